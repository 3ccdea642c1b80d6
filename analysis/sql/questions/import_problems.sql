-- One row per problem and row of one import where it stands.
create macro questions.import_problems(of_import) as table
select distinct kind, dimension, about, text, row, "column"
from marts.problem
where import = of_import
order by row, "column"
