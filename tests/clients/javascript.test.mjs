// The AWS SDK for JavaScript against the emulator, as an application of somebody else's would use it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Chime, NotFoundException, paginateListAccounts } from '@aws-sdk/client-chime';
import { credentials, startEmulator } from '../emulator.mjs';

let emulator;
let chime;

before(async () => {
  emulator = await startEmulator();
  chime = new Chime({ endpoint: emulator.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
});

after(() => emulator.stop());

test('an account is created, read, listed by pages and deleted', async () => {
  const { Account } = await chime.createAccount({ Name: 'JavaScript' });
  assert.equal(Account.Name, 'JavaScript');
  assert.ok(Account.CreatedTimestamp instanceof Date);

  const read = await chime.getAccount({ AccountId: Account.AccountId });
  assert.deepEqual(read.Account, Account);

  await chime.createAccount({ Name: 'Second' });
  const names = [];
  for await (const page of paginateListAccounts({ client: chime, pageSize: 1 }, {})) {
    assert.ok(page.Accounts.length <= 1);
    names.push(...page.Accounts.map((account) => account.Name));
  }
  assert.ok(names.includes('JavaScript') && names.includes('Second'));

  await chime.deleteAccount({ AccountId: Account.AccountId });
  await assert.rejects(chime.getAccount({ AccountId: Account.AccountId }), NotFoundException);
});
