-- Below this many ten-thousandths of a point people are told that the account runs low; null tells nobody.
alter table gateway add column low_balance bigint check (low_balance >= 0);
