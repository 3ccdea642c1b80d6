-- One row per problem that stands today: what it is about, its first place in a file,
-- and
-- its consequence in cells.
create macro questions.problems() as table
with
    problem as materialized (from marts.problem),

    touched as (
        select distinct kind, dimension, about, offer from problem where offer is not null
    ),

    cells as (
        select
            touched.kind,
            touched.dimension,
            touched.about,
            missing.axis,
            missing.cell,
            bool_or(missing.holds_back) as holds_back
        from touched
        inner join questions.missing() as missing using (offer, dimension)
        group by all
    ),

    consequence as (
        select
            kind,
            dimension,
            about,
            count(*) filter (holds_back)::bigint as cells,
            count(*) filter (not holds_back)::bigint as more_cells
        from cells
        group by kind, dimension, about
    ),

    counted as (
        select
            problem.kind,
            problem.dimension,
            problem.about,
            arg_min(problem.text, (-problem.import, problem.row)) as text,
            count(distinct (problem.import, problem.row))::bigint as offers,
            count(distinct offer.organisation)::bigint as organisations,
            list(distinct problem.import order by problem.import) as imports,
            max(problem.import) as import,
            arg_min(problem.row, (-problem.import, problem.row)) as row,
            arg_min_null(problem."column", (-problem.import, problem.row)) as "column"
        from problem
        left join marts.offer as offer using (offer)
        group by problem.kind, problem.dimension, problem.about
    )

select
    counted.kind,
    counted.dimension,
    counted.about,
    counted.text,
    counted.offers,
    counted.organisations,
    coalesce(consequence.cells, 0)::bigint as cells,
    coalesce(consequence.more_cells, 0)::bigint as more_cells,
    counted.imports,
    import.import,
    import.file,
    import.sheet,
    counted.row,
    counted."column"
from counted
inner join raw.import as import on counted.import = import.import
left join
    consequence
    on counted.kind = consequence.kind
    and counted.dimension = consequence.dimension
    and counted.about = consequence.about
order by cells desc, more_cells desc, offers desc, counted.kind, counted.dimension, counted.about
