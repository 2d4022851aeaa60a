-- Searching as people write what they look for ------------------------------------------------------------------------
--
-- The zero that stands for the country in front of a number, or in brackets behind its code, is no part of the number as
-- it is kept; a host stands for the addresses at it.

create or replace function person_search(workspace text, query text)
returns table (person text, score real) language sql stable
set pg_trgm.word_similarity_threshold = 0.4 as $$
  with asked as (
    select query as q,
      regexp_replace(query, '([%_\\])', '\\\1', 'g') as pattern,
      split_part(query, '@', 1) as name,
      nullif(ltrim(regexp_replace(replace(query, '(0)', ''), '\D', '', 'g'), '0'), '') as digits,
      case when query ~ '^@?[^@\s]+\.[^@\s]+$' then ltrim(regexp_replace(query, '([%_\\])', '\\\1', 'g'), '@') end as host
  ),
  hits as (
    select p.id as person,
      greatest(
        word_similarity(q, lower(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, ''))),
        case when lower(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')) like pattern || '%' then 2.0
             when lower(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')) like '%' || pattern || '%' then 1.5
             else 0 end)::real as score
    from persons p, asked
    where p.workspace_id = workspace
      and (lower(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')) like '%' || pattern || '%'
        or q <% lower(coalesce(p.first_name, '') || ' ' || coalesce(p.last_name, '')))
    union all
    select i.person_id,
      greatest(
        word_similarity(name, split_part(i.value, '@', 1)),
        case when i.value = q then 3.0 when i.value like pattern || '%' then 2.0 else 0 end,
        case when i.type in ('phone', 'whatsapp') and length(digits) >= 4 and i.value like '%' || digits || '%' then 2.0
             else 0 end)::real
    from identities i, asked
    where i.workspace_id = workspace
      and (i.value like pattern || '%'
        or (i.type in ('phone', 'whatsapp') and length(digits) >= 4 and i.value like '%' || digits || '%')
        or (i.type not in ('phone', 'whatsapp') and name <% i.value
          and word_similarity(name, split_part(i.value, '@', 1)) >= 0.4
          and (position('@' in q) = 0 or split_part(i.value, '@', 2) like split_part(pattern, '@', 2) || '%')))
    union all
    select i.person_id, greatest(word_similarity(name, split_part(i.value, '@', 1)), 1.0)::real
    from identities i, asked
    where host is not null and i.workspace_id = workspace and i.type = 'email' and i.value like '%@' || host || '%'
  ),
  best as (select h.person, max(h.score) as score from hits h group by 1)
  select case when p.merged_into is null then p.id else person_root(p.id) end, max(b.score)
  from best b join persons p on p.id = b.person group by 1
$$;
