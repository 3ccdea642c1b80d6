-- One row per cell of the frame and organisation that could serve it too: `how` is
-- "waiting" for those with an enquiry that fits it; "next door" for partners of the
-- same
-- cell in a neighbouring area, "sister" for those of it for a sister focus, whether or
-- not
-- the filters show that area or focus.
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
        select cell.cell, xor(xor(cell.terms, near.own_bit), near.other_bit) as terms, near.how
        from cell
        inner join
            marts.near as near
            on list_contains(on_axes, near.dimension)
            and (cell.terms & near.own_bit) <> 0
    ),

    everywhere as (
        select
            list_filter(
                only_terms,
                lambda one: not list_contains(['area', 'focus'], split_part(one, ':', 1))
                or not list_contains(on_axes, split_part(one, ':', 1))
            ) as needed
    ),

    elsewhere as (
        select place.terms, fitting.organisation
        from questions.cell(on_axes, (select needed from everywhere)) as place
        inner join
            questions.fitting(
                on_axes, (select needed from everywhere), only_stages, with_whole_hub
            ) as fitting
            using (cell)
        where fitting.is_partner
    ),

    near_by as (
        select distinct beside.cell, elsewhere.organisation, beside.how
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
        from near_by
    )

select cell, organisation, how
from could
order by cell, how desc, organisation
