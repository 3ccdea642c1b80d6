-- One row per cell of the frame that is short of its target, the one with most points
-- first. `by_measure` is a need measure; `with_weights` says what the share of partners
-- that is missing, the children, the need and a mark of priority count for, in this
-- order.
create macro questions.gaps(
    on_axes, only_terms, only_stages, with_whole_hub, people, by_measure, with_weights
) as table
with
    short as (
        select
            cell.cell,
            coverage.*,
            [coverage."row", coverage."column", coverage.layer][list_position(on_axes, 'area')] as area,
            case
                when coverage.partners > 0 and coverage.whole_hub = coverage.partners
                then 'whole-hub'
                when coverage.partners = 1
                then 'one'
                when coverage.partners > 1
                then 'few'
                when coverage.enquiries > 0
                then 'offered'
                when coverage.unsure > 0
                then 'unanswered'
                else 'nobody'
            end as kind
        from questions.coverage(on_axes, only_terms, only_stages, with_whole_hub) as coverage
        inner join questions.cell(on_axes, only_terms) as cell using ("row", "column", layer)
        where coverage.state not in ('covered', 'not-applicable')
    ),

    figure as (from questions.need_share()),

    parts as (
        select
            short.*,
            population.value::bigint as children,
            population.period as children_period,
            population.source as children_source,
            need.value as need,
            need.label as need_label,
            need.unit as need_unit,
            need.period as need_period,
            need.source as need_source,
            round(100.0 * (short.target - short.partners) / short.target)::bigint as missing_part,
            population.share as children_part,
            need.share as need_part,
            case when priority.cell is null then 0 else 100 end::bigint as priority_part,
            priority.why as priority_why
        from short
        left join questions.priority(on_axes, only_terms) as priority using (cell)
        left join figure as population on short.area = population.area and population.measure = people
        left join figure as need on short.area = need.area and need.measure = by_measure
    )

select
    *,
    (
        with_weights[1] * missing_part
        + with_weights[2] * coalesce(children_part, 0)
        + with_weights[3] * coalesce(need_part, 0)
        + with_weights[4] * priority_part
    )::bigint as points
from parts
order by points desc, children desc nulls last, cell
