-- Run once, when the database is empty. Every service has a user, and a schema that it owns.
\getenv gateway_user GATEWAY_USER
\getenv gateway_password GATEWAY_PASSWORD
\getenv runner_user RUNNER_USER
\getenv runner_password RUNNER_PASSWORD
\getenv judge_user JUDGE_USER
\getenv judge_password JUDGE_PASSWORD
\getenv leaderboard_user LEADERBOARD_USER
\getenv leaderboard_password LEADERBOARD_PASSWORD

create role :"gateway_user" login password :'gateway_password';
create role :"runner_user" login password :'runner_password';
create role :"judge_user" login password :'judge_password';
create role :"leaderboard_user" login password :'leaderboard_password';

create schema gateway authorization :"gateway_user";
create schema runner authorization :"runner_user";
create schema judge authorization :"judge_user";
create schema leaderboard authorization :"leaderboard_user";

alter role :"gateway_user" set search_path to gateway;
alter role :"runner_user" set search_path to runner;
alter role :"judge_user" set search_path to judge;
alter role :"leaderboard_user" set search_path to leaderboard;
