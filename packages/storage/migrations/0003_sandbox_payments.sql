-- Sandbox payments ------------------------------------------------------------------------------------------------
--
-- The payments and transfers played where no payment vendor is configured. No money is behind any of them.

create table sandbox_movements (
  id text primary key,
  kind text not null check (kind in ('payment', 'transfer')),
  workspace_id text not null references workspaces (id),
  -- Our own name for it: the payment's or the payout's id.
  name text not null,
  -- One key means one request over all workspaces, as at the vendor.
  idempotency_key text not null unique,
  -- json keeps the text as given, which is what a repeat is compared with.
  request json not null,
  state jsonb not null,
  created_at timestamptz not null
);
create index sandbox_movements_by_created on sandbox_movements (kind, created_at desc, id desc);
create index sandbox_movements_by_name on sandbox_movements (kind, name);
