-- What vendors and recipients tell us: notices, and the short links that recipients follow.

-- Kept before anything is done about them, each event of a vendor once.
create table notices (
  vendor text not null,
  event_id text not null,
  channel text not null,
  kind text not null,
  -- When it happened, by the vendor's clock where it says so.
  at timestamptz not null,
  external_id text,
  send_id text,
  -- The person's side of it, in normal form.
  address text,
  -- What the recipient commanded by it.
  keyword text check (keyword in ('stop', 'help', 'start')),
  -- Whose it is, where the vendor's account does not tell: known once it is acted on.
  workspace_id text,
  body jsonb not null,
  received_at timestamptz not null,
  next_try_at timestamptz not null,
  attempts integer not null default 0,
  settled_at timestamptz,
  outcome text,
  -- A soft bounce that no longer counts, because somebody took its suppression back.
  forgotten boolean not null default false,
  primary key (vendor, event_id)
);
create index notices_open on notices (next_try_at) where settled_at is null;
create index notices_of_address on notices (channel, address, at desc)
  where keyword is not null or kind in ('bounced_soft', 'delivered');

-- A link that is followed, by the token that stands for it. The token is the signature of the rest.
create table short_links (
  token text primary key,
  workspace_id text not null references workspaces (id),
  send_id text not null references sends (id),
  target text not null check (target ~* '^https?://'),
  created_at timestamptz not null default now()
);

-- Who wrote last to the address that a message comes from, in any workspace.
create index sends_by_recipient on sends (recipient, queued_at desc) where recipient is not null;
