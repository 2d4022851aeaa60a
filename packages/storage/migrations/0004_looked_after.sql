-- What happens outside is looked after --------------------------------------------------------------------------------
--
-- Each payment, payout and notice says when it is to be looked at next; whoever takes it up puts it off in the same
-- statement. What a provider is asked for is kept word for word, and what the books say of a payout is kept as for payments.

-- Who the workspace is at the payment provider: one customer for all of its payments.
alter table wallets add column customer text;
update wallets set customer = saved->>'customerId' where saved->>'customerId' is not null;
-- The saved card is that of the top-up confirmed last; when that was is only known from now on, but not before it was made.
update wallets w set saved = w.saved || jsonb_build_object('confirmedAt', p.created)
  from (select wallet_id, payment_method, (extract(epoch from max(created_at)) * 1000)::bigint as created
    from stripe_payments where credited > 0 group by wallet_id, payment_method) p
  where p.wallet_id = w.id and p.payment_method = w.saved->>'paymentMethodId';

alter table stripe_payments
  -- The customer or the card that the provider is asked for: the same in every repeat.
  add column asked jsonb,
  -- When to ask about it next; NULL: nothing can happen to it any more.
  add column check_at timestamptz,
  -- A dispute about it is not decided.
  add column dispute_open boolean not null default false;
update stripe_payments p set
  asked = case
    when w.saved->>'customerId' is null then '{}'::jsonb
    when p.purpose = 'top_up' then jsonb_build_object('customerId', w.saved->>'customerId')
    else jsonb_build_object('saved', jsonb_build_object(
      'customerId', w.saved->>'customerId', 'paymentMethodId', w.saved->>'paymentMethodId'))
  end,
  check_at = case
    when p.status = 'canceled' then null
    when p.purpose = 'top_up' and p.payment_intent_id is null and p.status = 'pending' then p.created_at + interval '1 day'
    else now()
  end,
  dispute_open = p.disputed <> 0
  from wallets w where w.id = p.wallet_id;
drop index stripe_payments_by_check;
alter table stripe_payments drop column checked_at;
create index stripe_payments_due on stripe_payments (check_at) where check_at is not null;

alter table stripe_payouts
  -- What the books say of it, and how often they were brought up to date, as for payments.
  add column transferred bigint not null default 0,
  add column reversed bigint not null default 0,
  add column step integer not null default 0,
  add column check_at timestamptz;
update stripe_payouts set
  transferred = case when status = 'paid' then amount else 0 end,
  step = case when status in ('paid', 'failed') then 1 else 0 end,
  check_at = now();
drop index stripe_payouts_open;
alter table stripe_payouts drop column checked_at;
create index stripe_payouts_due on stripe_payouts (check_at) where check_at is not null;

-- When a notice that was not acted on is tried again.
alter table webhook_inbox add column next_at timestamptz not null default now();
drop index webhook_inbox_open;
create index webhook_inbox_due on webhook_inbox (next_at) where settled_at is null;

-- A payment may be disputed more than once.
update sandbox_movements set state = (state - 'dispute') || jsonb_build_object('disputes', jsonb_build_array(state->'dispute'))
  where state ? 'dispute';
