-- One row per offer and cell of the frame that it fits or may fit. `on_axes` are one
-- to three
-- dimensions; `only_terms` are terms as dimension:code; `only_stages` limits the
-- offers (none: all).
create macro questions.standing(on_axes, only_terms, only_stages, with_whole_hub) as table
with
    picked as (
        select term, dimension from marts.term where list_contains(only_terms, name)
    ),

    axis_term as (
        select term.term, term.dimension, list_position(on_axes, term.dimension) as axis
        from marts.term as term
        where
            list_contains(on_axes, term.dimension)
            and (
                term.dimension not in (select dimension from picked)
                or term.term in (select term from picked)
            )
    ),

    filter_answer as (
        select claim.offer, picked.dimension, true as claims, bool_and(is_whole_hub) as is_whole_hub
        from marts.claim as claim
        inner join picked on claim.term = picked.term
        where
            not list_contains(on_axes, picked.dimension)
            and (with_whole_hub or not claim.is_whole_hub)
        group by claim.offer, picked.dimension
        union all
        select offer, dimension, false as claims, false as is_whole_hub
        from marts.unanswered
        where
            dimension in (select dimension from picked)
            and not list_contains(on_axes, dimension)
    ),

    passed as (
        select
            offer,
            bool_and(claims) as passes,
            bool_or(is_whole_hub) as is_whole_hub
        from filter_answer
        group by offer
        having
            count(*) = (
                select count(distinct dimension)
                from picked
                where not list_contains(on_axes, dimension)
            )
    ),

    counted as (
        select
            offer.offer,
            offer.organisation,
            offer.counts_as,
            coalesce(passed.passes, true) as passes,
            coalesce(passed.is_whole_hub, false) as is_whole_hub
        from marts.offer as offer
        left join passed using (offer)
        where
            offer.counts_as <> 'nothing'
            and (len(only_stages) = 0 or list_contains(only_stages, offer.stage))
            and (
                passed.offer is not null
                or not exists (from picked where not list_contains(on_axes, dimension))
            )
    ),

    axis_answer as (
        select claim.offer, axis_term.axis, claim.term, true as claims, claim.is_whole_hub
        from marts.claim as claim
        inner join axis_term on claim.term = axis_term.term
        where with_whole_hub or not claim.is_whole_hub
        union all
        select
            unanswered.offer,
            axis_term.axis,
            axis_term.term,
            false as claims,
            false as is_whole_hub
        from marts.unanswered as unanswered
        inner join axis_term on unanswered.dimension = axis_term.dimension
    )

select
    counted.offer,
    counted.organisation,
    counted.counts_as,
    first.term as row_term,
    second.term as column_term,
    third.term as layer_term,
    counted.passes
    and first.claims
    and coalesce(second.claims, true)
    and coalesce(third.claims, true) as fits,
    counted.is_whole_hub
    or first.is_whole_hub
    or coalesce(second.is_whole_hub, false)
    or coalesce(third.is_whole_hub, false) as is_whole_hub
from counted
inner join axis_answer as first on counted.offer = first.offer and first.axis = 1
left join axis_answer as second on counted.offer = second.offer and second.axis = 2
left join axis_answer as third on counted.offer = third.offer and third.axis = 3
where
    (len(on_axes) < 2 or second.term is not null)
    and (len(on_axes) < 3 or third.term is not null)
    and (first.claims or coalesce(second.claims, false) or coalesce(third.claims, false))
