"use strict";

// Puts the usual address of a provider into the field, as long as nothing else was entered there.
// Without JavaScript it is copied by hand.
const address = document.getElementById("baseUrl");
const choices = [...document.querySelectorAll("input[name=choice]")];

function fillIn(event) {
  const usual = choices.map((choice) => choice.dataset.address);
  if (address.value === "" || usual.includes(address.value)) {
    address.value = event.target.dataset.address;
  }
}

choices.forEach((choice) => choice.addEventListener("change", fillIn));
