package org.primum.leaderboard.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.primum.leaderboard.submission.EndpointAdvice.Advice;

class EndpointAdviceTest {

  @ParameterizedTest
  @CsvSource({
    "openai,     https://api.openai.com/v1",
    "compatible, https://models.example.org/v1/",
    "compatible, https://models.example.org",
    "vllm,       http://gpu-1:8000/v1",
    "vllm,       http://10.0.0.7:8000/v1",
    "ollama,     http://localhost:11434",
    "ollama,     http://models.local:11434/v1",
    "azure,      https://clinic.openai.azure.com",
    "azure,      https://clinic.openai.azure.com/openai/v1",
    "anthropic,  https://api.anthropic.com/v1",
  })
  void nothingIsSaidOfWhatIsUsual(String choice, String baseUrl) {
    assertThat(EndpointAdvice.of(form(choice, baseUrl)).any()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "compatible, https://h.example/v1/chat/completions,  https://h.example/v1",
    "compatible, https://h.example/v1/chat/completions/, https://h.example/v1",
    "compatible, https://h.example/v1/completions,       https://h.example/v1",
    "anthropic,  https://api.anthropic.com/v1/messages,  https://api.anthropic.com/v1",
    "ollama,     http://gpu:11434/api/chat,              http://gpu:11434",
    "openai,     https://api.openai.com,                 https://api.openai.com/v1",
    "anthropic,  https://api.anthropic.com,              https://api.anthropic.com/v1",
    "compatible, https://openrouter.ai,                  https://openrouter.ai/api/v1",
    "vllm,       http://gpu-1:8000,                      http://gpu-1:8000/v1",
    "compatible, models.example.org/v1,                  https://models.example.org/v1",
    "vllm,       gpu-1:8000/v1,                          http://gpu-1:8000/v1",
    "compatible, http://models.example.org/v1,           https://models.example.org/v1",
    "openai,     '',                                     https://api.openai.com/v1",
  })
  void aLikelyMistakeInTheAddressHasACorrection(String choice, String entered, String corrected) {
    EndpointForm form = form(choice, entered);

    EndpointAdvice advice = EndpointAdvice.of(form);

    assertThat(advice.about("baseUrl").correction()).isEqualTo(corrected);
    assertThat(advice.correctable()).isTrue();
    assertThat(EndpointAdvice.of(form.corrected(advice)).any()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "compatible, https://sk-secret@h.example/v1,               https://h.example/v1",
    "compatible, https://me:sk-secret@h.example/v1,            https://h.example/v1",
    "compatible, https://h.example/v1?api_key=sk-secret,       https://h.example/v1",
    "compatible, https://h.example/v1/chat/completions?k=sk-secret, https://h.example/v1",
    "compatible, https://h.example/v1#sk-secret,               https://h.example/v1",
    "azure, https://c.openai.azure.com/openai/deployments/g/chat/completions?api-version=sk-secret,"
        + " https://c.openai.azure.com",
  })
  void aKeyInTheAddressIsTakenOutAndNotShownAgain(String choice, String entered, String shown) {
    EndpointAdvice advice = EndpointAdvice.of(form(choice, entered));

    Advice said = advice.about("baseUrl");
    assertThat(said.secret()).isTrue();
    assertThat(said.correction()).isEqualTo(shown);
    assertThat(said.words()).doesNotContain("sk-secret");
    assertThat(said.question()).isNull();
  }

  @Test
  void whatIsDoubtfulCanBeConfirmedOneByOne() {
    EndpointForm form = form("openai", "http://api.openai.com");

    EndpointAdvice first = EndpointAdvice.of(form);
    form.sure = List.of(first.about("baseUrl").question());
    EndpointAdvice second = EndpointAdvice.of(form);
    form.sure = List.of(first.about("baseUrl").question(), second.about("baseUrl").question());

    assertThat(first.about("baseUrl").words()).contains("lacks /v1");
    assertThat(second.about("baseUrl").words()).contains("http://");
    assertThat(EndpointAdvice.of(form).any()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://host:8000/v1", "https://resource.openai.azure.com"})
  void theExampleIsNoAddress(String baseUrl) {
    Advice advice = EndpointAdvice.of(form("vllm", baseUrl)).about("baseUrl");

    assertThat(advice.words()).contains("still the example");
    assertThat(advice.correction()).isNull();
  }

  @Test
  void anAddressThatIsAnotherProvidersIsSaid() {
    EndpointForm form = form("openai", "https://clinic.openai.azure.com");

    EndpointAdvice advice = EndpointAdvice.of(form);

    assertThat(advice.about("choice").words()).contains("Azure OpenAI");
    assertThat(form.corrected(advice).chosen()).isEqualTo(ProviderChoice.AZURE);
  }

  @Test
  void aModelNameThatIsAnAddressIsSaid() {
    EndpointForm form = form("openai", "https://api.openai.com/v1");
    form.modelName = "https://huggingface.co/google/medgemma-27b-it";

    EndpointAdvice advice = EndpointAdvice.of(form);

    assertThat(advice.about("modelName").correction()).isEqualTo("google/medgemma-27b-it");
    form.modelName = "https://elsewhere.example/x";
    assertThat(EndpointAdvice.of(form).about("modelName").correction()).isNull();
    form.modelName = " ";
    assertThat(EndpointAdvice.of(form).about("modelName").words()).isEqualTo("is needed");
  }

  @ParameterizedTest
  @CsvSource({
    "' sk-1 ',                     sk-1",
    "'\"sk-1\"',                   sk-1",
    "'`sk-1`',                     sk-1",
    "'Bearer sk-1',                sk-1",
    "'Authorization: Bearer sk-1', sk-1",
  })
  void whatWasCopiedAlongWithAKeyIsLeftOut(String entered, String key) {
    EndpointForm form = form("openai", "https://api.openai.com/v1");
    form.apiKey = entered;

    assertThat(form.key()).isEqualTo(key);
    assertThat(form.keyCleaned()).isTrue();
    assertThat(EndpointAdvice.of(form).any()).isFalse();
  }

  @Test
  void aKeyWithASpaceInItIsNone() {
    EndpointForm form = form("openai", "https://api.openai.com/v1");
    form.apiKey = "sk-secret and more";

    EndpointAdvice advice = EndpointAdvice.of(form);

    assertThat(advice.about("apiKey").words()).contains("space").doesNotContain("sk-secret");
    assertThat(advice.correctable()).isFalse();
  }

  /** Whatever is entered, something is said or nothing is, and nothing breaks. */
  @Property
  void whateverIsEnteredCanBeRead(
      @ForAll @StringLength(max = 60) String baseUrl, @ForAll @StringLength(max = 60) String name) {
    EndpointForm form = form("compatible", baseUrl);
    form.modelName = name;
    form.apiKey = name;

    EndpointAdvice advice = EndpointAdvice.of(form);

    assertThat(form.corrected(advice)).isNotNull();
  }

  private static EndpointForm form(String choice, String baseUrl) {
    EndpointForm form = new EndpointForm();
    form.choice = choice;
    form.baseUrl = baseUrl;
    form.modelName = "model";
    return form;
  }
}
