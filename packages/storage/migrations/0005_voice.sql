-- The brand voice ---------------------------------------------------------------------------------------------------
--
-- What a brand sounds like, what its model is told, and what was composed with it. A workspace's default brand, its voice
-- and its first snippets are written when they are first asked for, so workspaces that exist already have them too.

alter table brands add constraint brands_of_workspace unique (workspace_id, id);
create index brands_by_workspace on brands (workspace_id, created_at, id);

create table brand_voices (
  workspace_id text not null references workspaces (id),
  brand_id text not null,
  voice jsonb not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, brand_id),
  foreign key (workspace_id, brand_id) references brands (workspace_id, id)
);

create table prompt_packs (
  workspace_id text not null,
  brand_id text not null,
  use_case text not null,
  -- Counted from 1 within the use case.
  number integer not null check (number > 0),
  -- SHA-256 of what the pack says, in hexadecimal digits: what was composed with it carries this.
  hash text not null check (length(hash) = 64),
  pack jsonb not null,
  created_by text not null,
  created_at timestamptz not null,
  primary key (workspace_id, brand_id, use_case, number),
  unique (workspace_id, brand_id, use_case, hash),
  foreign key (workspace_id, brand_id) references brands (workspace_id, id)
);
create trigger prompt_packs_append_only before update or delete on prompt_packs
  for each row execute function is_append_only();

-- The version that is in force although there is a newer one.
create table prompt_pins (
  workspace_id text not null,
  brand_id text not null,
  use_case text not null,
  number integer not null,
  pinned_by text not null,
  pinned_at timestamptz not null,
  primary key (workspace_id, brand_id, use_case),
  foreign key (workspace_id, brand_id, use_case, number)
    references prompt_packs (workspace_id, brand_id, use_case, number)
);

create table snippets (
  id text primary key,
  workspace_id text not null references workspaces (id),
  brand_id text not null,
  -- `dm` stands for every social platform.
  channel text not null,
  objective text not null,
  usage text not null check (usage in ('subject', 'opening', 'body', 'cta', 'ps')),
  snippet text not null,
  impressions integer not null default 0 check (impressions >= 0),
  conversions integer not null default 0 check (conversions >= 0 and conversions <= impressions),
  metadata jsonb,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (workspace_id, brand_id) references brands (workspace_id, id)
);
create index snippets_by_brand on snippets (workspace_id, brand_id, channel, objective);

create table compositions (
  id text primary key,
  workspace_id text not null references workspaces (id),
  brand_id text not null,
  person_id text not null references persons (id),
  channel text not null,
  objective text not null,
  use_case text not null,
  pack_hash text not null,
  source text not null check (source in ('model', 'local', 'fallback')),
  model text not null,
  locale text not null,
  -- Each with its usage and the probability with which it was drawn.
  snippets jsonb not null,
  memory_ids text[] not null,
  variants integer not null check (variants >= 0),
  -- 0 to 1, of the primary variant.
  alignment double precision not null check (alignment between 0 and 1),
  -- -1 to 1, of the primary variant.
  sentiment double precision not null check (sentiment between -1 and 1),
  checks integer not null,
  violations integer not null,
  warnings integer not null,
  -- How often each kind of check found something.
  flagged jsonb not null,
  tokens integer not null,
  latency_ms integer not null,
  created_at timestamptz not null,
  -- The caller's own key, the request it was used with, and what was answered then.
  key text,
  hash text,
  answer jsonb,
  check ((key is null) = (hash is null) and (key is null) = (answer is null)),
  foreign key (workspace_id, brand_id) references brands (workspace_id, id)
);
create unique index compositions_by_key on compositions (workspace_id, key) where key is not null;
create index compositions_by_brand on compositions (workspace_id, brand_id, created_at desc);
create index compositions_by_person on compositions (workspace_id, person_id, created_at desc);

-- What a workspace used of language models in a UTC day. Costs are in micro-dollars, by list prices.
create table model_usage (
  workspace_id text not null references workspaces (id),
  day date not null,
  purpose text not null check (purpose in ('completion', 'classification', 'moderation', 'embedding')),
  model text not null,
  calls integer not null check (calls >= 0),
  failures integer not null check (failures between 0 and calls),
  input_tokens bigint not null check (input_tokens >= 0),
  output_tokens bigint not null check (output_tokens >= 0),
  cost_micros bigint check (cost_micros >= 0),
  primary key (workspace_id, day, purpose, model)
);
