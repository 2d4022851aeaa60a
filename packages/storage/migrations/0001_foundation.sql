-- Tenancy -------------------------------------------------------------------------------------------------------

create table organizations (
  id text primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table workspaces (
  id text primary key,
  organization_id text not null references organizations (id),
  name text not null check (length(name) between 1 and 200),
  -- What person ids are derived under, so that an id does not confirm a guessed address.
  secret text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table api_keys (
  id text primary key,
  workspace_id text not null references workspaces (id),
  name text not null,
  -- SHA-256 of the key in hexadecimal digits; the key itself is shown once and never stored.
  hash text not null unique check (length(hash) = 64),
  scopes text[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz,
  last_used_at timestamptz
);
create index api_keys_by_workspace on api_keys (workspace_id, created_at);

create table brands (
  id text primary key,
  workspace_id text not null references workspaces (id),
  name text not null,
  is_default boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index brands_default on brands (workspace_id) where is_default;

-- Idempotency ---------------------------------------------------------------------------------------------------

create table receipts (
  workspace_id text not null,
  scope text not null,
  key text not null,
  hash text not null,
  entity text not null,
  outcome jsonb,
  created_at timestamptz not null default now(),
  -- A derived key counts for a short window only; null: for as long as the receipt is kept.
  expires_at timestamptz,
  primary key (workspace_id, scope, key)
);
create index receipts_expiring on receipts (expires_at) where expires_at is not null;

-- Person graph --------------------------------------------------------------------------------------------------
--
-- A merge moves nothing. What was recorded stays with the id it was recorded under, and a person is read as its lineage:
-- itself and everybody merged into it. So an unmerge has nothing to sort out either.

create table persons (
  id text primary key,
  version bigint not null check (version > 0),
  workspace_id text not null references workspaces (id),
  organization_id text,
  first_name text,
  last_name text,
  locale text,
  timezone text,
  metadata jsonb,
  merged_into text references persons (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (merged_into is null or merged_into <> id)
);
create index persons_by_workspace on persons (workspace_id, created_at desc, id) where merged_into is null;
create index persons_merged on persons (merged_into) where merged_into is not null;
create index persons_by_name on persons
  using gin ((lower(coalesce(first_name, '') || ' ' || coalesce(last_name, ''))) gin_trgm_ops);

-- Who a person is now, and everybody it stands for. Merges are few and shallow, so both are a step or two.
create function person_root(person text) returns text language sql stable as $$
  with recursive up as (
    select id, merged_into from persons where id = person
    union all
    select p.id, p.merged_into from persons p join up on p.id = up.merged_into
  )
  select id from up where merged_into is null
$$;
create function person_lineage(person text) returns setof text language sql stable as $$
  with recursive down as (
    select id from persons where id = person
    union all
    select p.id from persons p join down on p.merged_into = down.id
  )
  select id from down
$$;

create table identities (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  type text not null,
  value text not null,
  verified boolean not null,
  is_primary boolean not null default false,
  metadata jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (workspace_id, type, value)
);
create index identities_by_person on identities (person_id);
create index identities_by_value on identities using gin (value gin_trgm_ops);

-- People by name or identifier: parts of a name, beginnings of an identifier, and either with a typing error or two.
-- Of an email address only the name is compared loosely; half a workspace may share the domain.
create function person_search(workspace text, query text)
returns table (person text, score real) language sql stable
set pg_trgm.word_similarity_threshold = 0.4 as $$
  with asked as (
    select query as q,
      regexp_replace(query, '([%_\\])', '\\\1', 'g') as pattern,
      split_part(query, '@', 1) as name,
      nullif(regexp_replace(query, '\D', '', 'g'), '') as digits
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
  )
  select person_root(hits.person), max(hits.score) from hits group by 1
$$;

create table consents (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  channel text not null,
  scope text not null check (scope in ('marketing', 'transactional', 'both')),
  status text not null check (status in ('granted', 'revoked', 'pending', 'unknown')),
  source text not null,
  granted_at timestamptz,
  revoked_at timestamptz,
  expires_at timestamptz,
  metadata jsonb,
  -- The order of the log, comparable between the people of one lineage: microseconds, made unique.
  position bigint not null,
  created_at timestamptz not null,
  unique (person_id, position)
);
create index consents_by_person on consents (person_id, channel, position desc);

create table notes (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  content text not null,
  author_id text not null,
  metadata jsonb,
  created_at timestamptz not null
);
create index notes_by_person on notes (person_id, created_at desc, id desc);

create table topics (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  name text not null,
  weight double precision not null check (weight between 0 and 1),
  category text,
  source text not null,
  last_seen timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create unique index topics_by_name on topics (person_id, lower(name));

create table memories (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  kind text not null check (kind in ('fact', 'intent', 'message', 'document', 'objection', 'preference')),
  text text not null,
  confidence double precision not null check (confidence between 0 and 1),
  metadata jsonb,
  embedding {{embedding}} not null,
  embedding_model text not null,
  source_event_id text,
  expires_at timestamptz,
  created_at timestamptz not null
);
create index memories_by_person on memories (workspace_id, person_id, created_at desc, id desc);
create unique index memories_folded on memories (person_id, kind, md5(text));

create table objectives (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  type text not null,
  status text not null check (status in ('active', 'paused', 'completed', 'abandoned')),
  context jsonb,
  priority integer,
  due_date timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index objectives_by_person on objectives (person_id, created_at desc, id desc);

create table merges (
  id text primary key,
  workspace_id text not null references workspaces (id),
  source_id text not null references persons (id),
  target_id text not null references persons (id),
  -- What the survivor took over, so that an unmerge can give it back.
  record jsonb not null,
  merged_by text not null,
  created_at timestamptz not null default now(),
  undone_at timestamptz
);
create unique index merges_open on merges (source_id) where undone_at is null;
create index merges_by_target on merges (target_id) where undone_at is null;

create table merge_proposals (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  other_id text not null references persons (id),
  evidence jsonb not null,
  status text not null check (status in ('open', 'accepted', 'rejected')),
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by text,
  check (person_id < other_id),
  unique (workspace_id, person_id, other_id)
);
create index merge_proposals_open on merge_proposals (workspace_id, created_at desc) where status = 'open';

-- Sending -------------------------------------------------------------------------------------------------------

create table sends (
  id text primary key,
  workspace_id text not null references workspaces (id),
  person_id text not null references persons (id),
  channel text not null,
  brand_id text,
  objective text,
  purpose text not null check (purpose in ('marketing', 'transactional')),
  recipient text,
  subject text,
  body_text text not null,
  body_html text,
  from_address text,
  reply_to text,
  metadata jsonb,
  -- queued: waits for its worker; deferred: waits for `not_before`; sent, failed, cancelled: final.
  state text not null check (state in ('queued', 'deferred', 'sent', 'failed', 'cancelled')),
  reason text,
  error text,
  provider text,
  external_id text,
  attempts integer not null default 0,
  event_id text not null,
  not_before timestamptz,
  queued_at timestamptz not null,
  sent_at timestamptz,
  updated_at timestamptz not null
);
create index sends_by_person on sends (person_id, queued_at desc, id desc);
create index sends_waiting on sends (workspace_id, queued_at) where state in ('queued', 'deferred');

create table sandbox_messages (
  id text primary key,
  workspace_id text not null references workspaces (id),
  send_id text not null unique,
  channel text not null,
  recipient text not null,
  subject text,
  body_text text,
  body_html text,
  headers jsonb,
  created_at timestamptz not null default now()
);
create index sandbox_messages_by_workspace on sandbox_messages (workspace_id, created_at desc, id desc);

-- Events --------------------------------------------------------------------------------------------------------

create table events (
  id text primary key,
  workspace_id text not null references workspaces (id),
  organization_id text,
  person_id text references persons (id),
  send_id text references sends (id),
  type text not null,
  channel text,
  source text not null,
  payload jsonb not null,
  metadata jsonb,
  ts timestamptz not null,
  stored_at timestamptz not null default now()
);
create index events_by_person on events (workspace_id, person_id, ts desc, id desc);
create index events_by_send on events (send_id, ts) where send_id is not null;
create index events_by_workspace on events (workspace_id, ts desc, id desc);

-- Logs: what was recorded stays, for the owner of the tables too.
create function is_append_only() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger events_append_only before update or delete on events
  for each row execute function is_append_only();
create trigger consents_append_only before update or delete on consents
  for each row execute function is_append_only();
