-- What a plan is made for -----------------------------------------------------------------------------------------------
--
-- A statement is planned in the first moments of a session, often while tables are small. Who a person stands for is asked
-- with nearly every read; joined, it was planned as a walk through all people. Looked up one by one it goes by the index,
-- and told to expect one row, so does what is read for it.

create or replace function person_root(person text) returns text language sql stable as $$
  with recursive up as (
    select id, merged_into from persons where id = person
    union all
    select p.id, p.merged_into from up
      cross join lateral (select id, merged_into from persons where id = up.merged_into limit 1) p
  )
  select id from up where merged_into is null
$$;
create or replace function person_lineage(person text) returns setof text language sql stable rows 1 as $$
  with recursive down as (
    select id from persons where id = person
    union all
    select p.id from down cross join lateral (select id from persons where merged_into = down.id offset 0) p
  )
  select id from down
$$;

-- Nothing is ever chosen by the numbers of an embedding, and to count them takes seconds.
alter table memories alter column embedding set statistics 0;

-- Its plan is kept from a walk by its cost, which is enough for PostgreSQL to compile it: 0.2 s for each statement of entries.
alter function wallet_transactions_add_up() set jit = off;
