-- One row per organisation with an offer that claims what the filters ask for and, with
-- its names, all the words that are searched for: its furthest stage (cover before
-- enquiry
-- before neither), when it was last confirmed, and the age of its oldest enquiry on a
-- day.
create macro questions.directory(of_words, on_day, only_terms, only_stages, with_whole_hub) as table
with
    said as (
        select
            offer.organisation,
            any_value(offer.counted_as) as counted_as,
            count(*)::bigint as offers,
            min(dated.first_at) filter (offer.counts_as = 'enquiry') as enquiry_at,
            max(
                (list_position(['nothing', 'enquiry', 'cover'], offer.counts_as), stage.position)
            )[2] as "position",
            string_agg(offer.offer_text, ' ') as texts
        from questions.passing(only_terms, only_stages, with_whole_hub) as offer
        inner join marts.dated as dated using (offer)
        left join raw.term as stage on stage.dimension = 'stage' and offer.stage = stage.code
        group by offer.organisation
    ),

    spelled as (
        select organisation, string_agg(name, ' ') as names
        from marts.spelling
        group by organisation
    ),

    told as (
        select
            said.*,
            organisation.name,
            strip_accents(lower(concat_ws(' ', spelled.names, said.texts))) as words
        from said
        inner join marts.organisation as organisation using (organisation)
        inner join spelled using (organisation)
    )

select
    told.organisation,
    told.name,
    told.counted_as,
    coalesce(stage.label, 'not understood') as stage_label,
    told.offers,
    confirmed.confirmed_at,
    told.enquiry_at,
    date_diff('day', told.enquiry_at::date, on_day::date)::bigint as enquiry_days
from told
inner join marts.confirmed as confirmed using (organisation)
left join raw.term as stage on stage.dimension = 'stage' and told."position" = stage.position
where len(list_filter(of_words, lambda word: not contains(told.words, word))) = 0
order by lower(told.name), told.organisation
