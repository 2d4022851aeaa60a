-- The wallet --------------------------------------------------------------------------------------------------------
--
-- Money is bigint cents. A balance changes only through an entry, an entry is never changed, and the two are compared
-- whenever entries are written.

create table wallets (
  id text primary key,
  version bigint not null check (version > 0),
  workspace_id text not null unique references workspaces (id),
  organization_id text not null,
  currency text not null check (currency ~ '^[a-z]{3}$'),
  balance bigint not null,
  held bigint not null check (held >= 0),
  overdraft bigint not null check (overdraft >= 0),
  frozen boolean not null,
  -- How many entries there are: the number of the last one.
  entries bigint not null check (entries >= 0),
  auto_reload jsonb,
  -- Customer and payment method that may be charged while the owner is away.
  saved jsonb,
  -- What the wallet remembers of its own flow: days, alerts raised, the reload under way.
  watch jsonb not null,
  -- When it must look at itself although nobody asks it for anything.
  review_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index wallets_to_review on wallets (review_at) where review_at is not null;

create table wallet_transactions (
  id text primary key,
  workspace_id text not null references workspaces (id),
  wallet_id text not null references wallets (id),
  number bigint not null check (number > 0),
  type text not null check (type in ('credit', 'debit', 'refund', 'adjustment')),
  amount bigint not null,
  balance bigint not null,
  source text not null check (source in ('stripe_payment', 'campaign_spend', 'refund', 'manual', 'auto_reload')),
  reference_id text,
  description text not null,
  -- The entry that this one corrects, of the same wallet.
  corrects text,
  hold_id text,
  metadata jsonb,
  created_at timestamptz not null,
  unique (wallet_id, number),
  unique (wallet_id, id),
  foreign key (wallet_id, corrects) references wallet_transactions (wallet_id, id),
  check (amount <> 0),
  check (type <> 'debit' or amount < 0),
  check (type not in ('credit', 'refund') or amount > 0)
);
create index wallet_transactions_by_time on wallet_transactions (wallet_id, created_at);
create index wallet_transactions_by_reference on wallet_transactions (wallet_id, reference_id)
  where reference_id is not null;

create trigger wallet_transactions_append_only before update or delete on wallet_transactions
  for each row execute function is_append_only();
create trigger wallet_transactions_not_truncated before truncate on wallet_transactions
  execute function is_append_only();

-- Once for each statement that writes entries: every entry follows from the one before it, and the last of each wallet
-- leaves what the wallet says it has. The entries of one statement are compared with each other; the table is asked for
-- one entry of each wallet. That look-up is planned once a session, often while the table is small, and must not become a
-- reading of all entries as they grow: hence the setting, and the order, which only the index of the numbers answers.
create function wallet_transactions_add_up() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  wrong text;
begin
  select n.wallet_id into wrong
    from (select wallet_id, number, balance, balance - amount as before,
        lag(number) over ordered as number_before, lag(balance) over ordered as balance_before,
        lead(number) over ordered is null as is_last
      from written window ordered as (partition by wallet_id order by number)) n
    where case
        when n.number_before is not null then n.number_before <> n.number - 1 or n.balance_before <> n.before
        when n.number = 1 then n.before <> 0
        -- No entry right before this one: whatever it says is wrong.
        else (select case when p.number = n.number - 1 then p.balance end from wallet_transactions p
          where p.wallet_id = n.wallet_id and p.number < n.number order by p.number desc limit 1) is distinct from n.before
      end
      or n.is_last and (select w.balance = n.balance and w.entries = n.number from wallets w
        where w.id = n.wallet_id) is not true
    limit 1;
  if wrong is not null then
    raise exception 'the entries of % do not add up to its balance', wrong using errcode = 'integrity_constraint_violation';
  end if;
  return null;
end
$$;
create trigger wallet_transactions_add_up after insert on wallet_transactions
  referencing new table as written for each statement execute function wallet_transactions_add_up();

create table wallet_holds (
  id text primary key,
  workspace_id text not null references workspaces (id),
  wallet_id text not null references wallets (id),
  purpose text not null check (purpose in ('campaign', 'payout')),
  amount bigint not null check (amount > 0),
  captured bigint not null check (captured >= 0),
  released bigint not null check (released >= 0),
  status text not null check (status in ('open', 'captured', 'released', 'expired')),
  reference_id text,
  description text not null,
  metadata jsonb,
  expires_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (captured + released <= amount),
  check (status = 'open' or captured + released = amount)
);
create index wallet_holds_by_wallet on wallet_holds (wallet_id, created_at desc, id desc);
create index wallet_holds_open on wallet_holds (wallet_id) where status = 'open';

create table stripe_payments (
  id text primary key,
  workspace_id text not null references workspaces (id),
  wallet_id text not null references wallets (id),
  -- Empty until the provider has made it.
  payment_intent_id text unique,
  purpose text not null check (purpose in ('top_up', 'auto_reload')),
  amount bigint not null check (amount > 0),
  currency text not null,
  status text not null check (status in ('pending', 'processing', 'succeeded', 'failed', 'canceled', 'refunded')),
  -- What the books say of it, and how often they were brought up to date: the fence between two observers.
  credited bigint not null default 0,
  refunded bigint not null default 0,
  disputed bigint not null default 0,
  step integer not null default 0,
  payment_method text,
  receipt_url text,
  failure_reason text,
  -- When the provider was last asked about it.
  checked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index stripe_payments_by_workspace on stripe_payments (workspace_id, created_at desc, id desc);
create index stripe_payments_by_check on stripe_payments (created_at) where status <> 'canceled';

create table payout_recipients (
  id text primary key,
  workspace_id text not null references workspaces (id),
  connect_account_id text not null,
  type text not null check (type in ('creator', 'freelancer', 'partner', 'vendor')),
  name text not null,
  created_at timestamptz not null,
  unique (workspace_id, connect_account_id)
);

create table stripe_payouts (
  id text primary key,
  workspace_id text not null references workspaces (id),
  wallet_id text not null references wallets (id),
  recipient_id text not null references payout_recipients (id),
  connect_account_id text not null,
  hold_id text not null references wallet_holds (id),
  transfer_id text unique,
  amount bigint not null check (amount > 0),
  currency text not null,
  status text not null check (status in ('pending', 'in_transit', 'paid', 'failed', 'canceled')),
  recipient_type text not null,
  recipient_name text not null,
  description text not null,
  failure_reason text,
  checked_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  paid_at timestamptz
);
create index stripe_payouts_by_workspace on stripe_payouts (workspace_id, created_at desc, id desc);
create index stripe_payouts_open on stripe_payouts (created_at) where status in ('pending', 'in_transit');

-- The books of the budget: what was planned and what was spent, and on what.
create table budget_ledger (
  id text primary key,
  workspace_id text not null references workspaces (id),
  allocation_id text,
  channel text not null,
  amount bigint not null,
  type text not null check (type in ('planned', 'actual', 'adjustment')),
  category text not null check (category in ('send', 'ad', 'creator', 'service')),
  external_id text,
  description text,
  metadata jsonb,
  created_at timestamptz not null
);
create index budget_ledger_by_workspace on budget_ledger (workspace_id, created_at, id);
create trigger budget_ledger_append_only before update or delete on budget_ledger
  for each row execute function is_append_only();

create table alerts (
  id text primary key,
  workspace_id text not null references workspaces (id),
  wallet_id text references wallets (id),
  type text not null check (type in ('threshold_exceeded', 'pace_high', 'pace_low', 'anomaly_detected')),
  severity text not null check (severity in ('info', 'warning', 'critical')),
  message text not null,
  current_spend bigint not null,
  threshold_spend bigint,
  recommended_action text,
  acknowledged_by text,
  acknowledged_at timestamptz,
  created_at timestamptz not null
);
create index alerts_by_workspace on alerts (workspace_id, created_at desc, id desc);

-- What vendors told us, once each. Nothing in it is believed: it says only what to look at again.
create table webhook_inbox (
  provider text not null,
  event_id text not null,
  type text not null,
  object_id text,
  received_at timestamptz not null default now(),
  settled_at timestamptz,
  attempts integer not null default 0,
  error text,
  primary key (provider, event_id)
);
create index webhook_inbox_open on webhook_inbox (received_at) where settled_at is null;
