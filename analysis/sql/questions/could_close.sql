-- One row per cell of the frame and organisation that could serve it too: `how` is
-- "waiting" for those with an enquiry that fits it, "next door" for partners of the
-- same cell in a neighbouring area, whether or not the filters show that area.
create macro questions.could_close(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    cell as (from questions.cell(on_axes, only_terms)),

    fitting as (
        from questions.fitting(on_axes, only_terms, only_stages, with_whole_hub)
    ),

    waiting as (
        select cell, organisation
        from fitting
        where is_enquiry and not is_partner
    ),

    beside as (
        select cell.cell, xor(xor(cell.terms, own.bit), other.bit) as terms
        from cell
        inner join marts.term as own on own.dimension = 'area' and (cell.terms & own.bit) <> 0
        inner join marts.neighbour as neighbour on own.code = neighbour.area
        inner join marts.term as other on other.dimension = 'area' and neighbour.neighbour = other.code
    ),

    elsewhere as (
        select place.terms, fitting.organisation
        from questions.cell(on_axes, list_filter(only_terms, lambda one: not starts_with(one, 'area:'))) as place
        inner join
            questions.fitting(
                on_axes,
                list_filter(only_terms, lambda one: not starts_with(one, 'area:')),
                only_stages,
                with_whole_hub
            ) as fitting
            using (cell)
        where fitting.is_partner
    ),

    next_door as (
        select distinct beside.cell, elsewhere.organisation
        from beside
        inner join elsewhere using (terms)
        anti join fitting
            on beside.cell = fitting.cell
            and elsewhere.organisation = fitting.organisation
    ),

    could as (
        select cell, organisation, 'waiting' as how
        from waiting
        union all
        select cell, organisation, 'next door' as how
        from next_door
    )

select cell, organisation, how
from could
order by cell, how desc, organisation
