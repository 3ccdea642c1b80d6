-- One row per pair of organisations, numbered as given: how many function × area cells
-- count both as partners, and how many would change state if they were joined. Joined,
-- their offers follow the rules of one organisation: later submissions replace earlier
-- ones, and a stage recorded for one is for both.
create macro questions.joining(of_left, of_right) as table
with
    member as (
        select given.pair, organisation.organisation, organisation.organisation_key
        from (
            select unnest(range(len(of_left)))::integer as pair, unnest(of_left) as organisation
            union all
            select unnest(range(len(of_right)))::integer as pair, unnest(of_right) as organisation
        ) as given
        inner join marts.organisation as organisation using (organisation)
    ),

    followed as (
        select
            member.pair,
            latest.offer_key,
            latest.kind = 'eoi'
            and latest.email is not null
            and latest.offer_key not in (select offer_key from raw.kept)
            and latest.offer_key <> first_value(latest.offer_key) over (
                partition by member.pair, latest.kind, latest.form, latest.email
                order by latest.submitted_at desc nulls last, latest.import desc, latest.row desc
            ) as is_replaced
        from staging.latest as latest
        inner join member using (organisation_key)
    ),

    first_told as (
        select member.pair, version.offer_key, min(version.import) as import
        from staging.version as version
        inner join member using (organisation_key)
        group by member.pair, version.offer_key
    ),

    changed as (
        select
            first_told.pair,
            first_told.offer_key,
            max(change.entry) as entry,
            arg_max(change.stage, change.entry) as stage
        from first_told
        inner join member using (pair)
        inner join
            staging.stage_change as change
            on member.organisation_key = change.organisation_key
            and first_told.import < change.entry
        group by first_told.pair, first_told.offer_key
    ),

    joined as (
        select
            followed.pair,
            offer.claimed,
            offer.unanswered,
            case
                when changed.entry > said.entry
                then coalesce(term.counts_as, 'nothing')
                else offer.counts_as
            end as counts_as
        from followed
        inner join marts.offer as offer using (offer_key)
        inner join staging.stage as said using (offer_key)
        left join changed using (pair, offer_key)
        left join raw.term as term on term.dimension = 'stage' and changed.stage = term.code
        where not followed.is_replaced
    ),

-- Side 0 is both as one; the others are each as it is counted today.
    offered as (
        select pair, 0 as side, claimed, unanswered, counts_as
        from joined
        union all
        select member.pair, member.organisation, offer.claimed, offer.unanswered, offer.counts_as
        from member
        inner join marts.offer as offer using (organisation)
    ),

    cell as (
        select
            cell.cell,
            cell.terms,
            today.partners,
            today.enquiries,
            today.unsure,
            today.target,
            today.reason,
            today.state
        from questions.cell(['function', 'area'], []) as cell
        inner join
            questions.coverage(['function', 'area'], [], [], true) as today
            on cell."row" = today."row"
            and cell."column" = today."column"
    ),

    placed as (
        select
            offered.pair,
            offered.side,
            cell.cell,
            bool_or(counts_as = 'cover' and (claimed & terms) = terms) as is_partner,
            bool_or(counts_as = 'enquiry' and (claimed & terms) = terms) as is_enquiry,
            bool_or(counts_as = 'cover') as is_unsure
        from offered
        inner join
            cell
            on (offered.claimed & cell.terms) <> 0
            and ((offered.claimed | offered.unanswered) & cell.terms) = cell.terms
        where offered.counts_as <> 'nothing'
        group by offered.pair, offered.side, cell.cell
    ),

-- What joining adds to each of a cell's counts, or takes from it.
    moved as (
        select
            pair,
            cell,
            count(*) filter (side <> 0 and is_partner) as partners_today,
            sum(case when side = 0 then 1 else -1 end) filter (is_partner) as partners,
            sum(case when side = 0 then 1 else -1 end) filter (
                is_enquiry and not is_partner
            ) as enquiries,
            sum(case when side = 0 then 1 else -1 end) filter (
                is_unsure and not is_partner and not is_enquiry
            ) as unsure
        from placed
        group by pair, cell
    ),

    told as (
        select
            moved.pair,
            moved.partners_today = 2 as is_shared,
            cell.state <> questions.state_of(
                cell.reason,
                cell.partners + coalesce(moved.partners, 0),
                cell.target,
                cell.enquiries + coalesce(moved.enquiries, 0),
                cell.unsure + coalesce(moved.unsure, 0)
            ) as is_changed
        from moved
        inner join cell using (cell)
    )

select
    member.pair,
    count(*) filter (told.is_shared)::bigint as cells_of_both,
    count(*) filter (told.is_changed)::bigint as cells_changing
from (select distinct pair from member) as member
left join told using (pair)
group by member.pair
order by member.pair
