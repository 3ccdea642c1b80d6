-- One row per offer that leaves its organisation unsure in a cell, and the dimension it
-- leaves open there. `on_axes` are two dimensions.
create macro questions.doubts(on_axes) as table
with
    standing as materialized (from questions.standing(on_axes, [], [], true)),

-- Whoever surely serves a cell, or offers to, is not unsure there.
    sure as (select distinct cell, organisation from standing where fits)

select standing.cell, standing.offer, dimension.dimension
from standing
anti join sure using (cell, organisation)
inner join questions.cell(on_axes, []) as cell using (cell)
inner join marts.offer as offer on standing.offer = offer.offer
inner join staging.dimension as dimension
    on (cell.terms & dimension.terms) <> 0
    and (cell.terms & dimension.terms & offer.claimed) = 0
where standing.counts_as = 'cover'
