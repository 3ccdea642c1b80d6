-- The layers, each of which reads only what stands above it here.
create schema raw
;
create schema staging
;
create schema marts
;
create schema questions
