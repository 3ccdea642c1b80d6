-- One row per offer and cell of the frame that it fits or may fit. `only_terms` are
-- terms as dimension:code; `only_stages` limits the offers (none: all).
create macro questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    -- Of each filter that is no axis, an offer must claim at least one term.
    needed as (
        select bit_or(bit) as terms
        from marts.term
        where list_contains(only_terms, name) and not list_contains(on_axes, dimension)
        group by dimension
    ),

    filters as (select coalesce(list(terms), []) as needed from needed),

    counted as (
        select
            offer,
            organisation,
            counts_as,
            named,
            unanswered,
            case when with_whole_hub then claimed else named end as claimed
        from marts.offer
        where
            counts_as <> 'nothing'
            and (len(only_stages) = 0 or list_contains(only_stages, stage))
    ),

    passed as (
        select
            counted.*,
            questions.meets(claimed, filters.needed) as passes,
            questions.meets(named | unanswered, filters.needed) as passes_by_name
        from counted
        cross join filters
        where questions.meets(claimed | unanswered, filters.needed)
    )

select
    passed.offer,
    passed.organisation,
    passed.counts_as,
    cell.cell,
    passed.passes and (passed.claimed & cell.terms) = cell.terms as fits,
    not passed.passes_by_name
    or ((passed.named | passed.unanswered) & cell.terms) <> cell.terms as is_whole_hub
from passed
inner join
    questions.cell(on_axes, only_terms) as cell
    on (passed.claimed & cell.terms) <> 0
    and ((passed.claimed | passed.unanswered) & cell.terms) = cell.terms
