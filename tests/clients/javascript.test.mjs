// The AWS SDK for JavaScript against the emulator, as an application of somebody else's would use it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  Chime,
  ConflictException,
  NotFoundException,
  UnprocessableEntityException,
  paginateListAccounts,
  paginateListUsers,
} from '@aws-sdk/client-chime';
import { credentials, startEmulator } from '../emulator.mjs';

let emulator;
let chime;

before(async () => {
  emulator = await startEmulator();
  chime = new Chime(settings());
});

after(() => emulator.stop());

const settings = () => ({ endpoint: emulator.endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });

test('an account is created, read, listed by pages and deleted', async () => {
  const { Account } = await chime.createAccount({ Name: 'JavaScript' });
  assert.equal(Account.Name, 'JavaScript');
  assert.ok(Account.CreatedTimestamp instanceof Date);
  assert.deepEqual((await chime.getAccount({ AccountId: Account.AccountId })).Account, Account);

  await chime.createAccount({ Name: 'Second' });
  const names = [];
  for await (const page of paginateListAccounts({ client: chime, pageSize: 1 }, {})) {
    assert.equal(page.Accounts.length, 1);
    names.push(page.Accounts[0].Name);
  }
  assert.deepEqual(names.sort(), ['JavaScript', 'Second']);

  // A deleted account is kept for ninety days, disabled; then it is gone.
  await chime.deleteAccount({ AccountId: Account.AccountId });
  assert.equal((await chime.getAccount({ AccountId: Account.AccountId })).Account.AccountStatus, 'Suspended');
  await control('POST', 'clock', { Advance: '91d' });
  await assert.rejects(chime.getAccount({ AccountId: Account.AccountId }), NotFoundException);
});

test('a prefix before the host name can be switched off, or has to resolve', async () => {
  await assert.rejects(chime.listAppInstances({}), { code: 'ENOTFOUND' });
  const plain = new Chime({ ...settings(), disableHostPrefix: true });
  assert.deepEqual((await plain.listAppInstances({})).AppInstances, []);
});

test('a number is put on a connector, and holds it', async () => {
  const E164PhoneNumber = '+12065550110';
  await control('POST', 'hooks/phone-number', { E164PhoneNumber, ProductType: 'VoiceConnector' });
  const made = await chime.createVoiceConnector({ Name: 'Office', RequireEncryption: true });
  const { VoiceConnectorId } = made.VoiceConnector;
  const E164PhoneNumbers = [E164PhoneNumber];
  await chime.associatePhoneNumbersWithVoiceConnector({ VoiceConnectorId, E164PhoneNumbers });
  const { PhoneNumber } = await chime.getPhoneNumber({ PhoneNumberId: E164PhoneNumber });
  assert.deepEqual([PhoneNumber.Status, PhoneNumber.Associations[0].Value], ['Assigned', VoiceConnectorId]);
  await assert.rejects(chime.deleteVoiceConnector({ VoiceConnectorId }), ConflictException);
});

test('a meeting has attendees and tags until it ends', async () => {
  const { Meeting } = await chime.createMeeting({});
  const { MeetingId } = Meeting;
  const Attendees = [{ ExternalUserId: 'ada' }, { ExternalUserId: 'bob' }];
  assert.equal((await chime.batchCreateAttendee({ MeetingId, Attendees })).Attendees.length, 2);
  const Tags = [{ Key: 'team', Value: 'calls' }];
  await chime.tagMeeting({ MeetingId, Tags });
  assert.deepEqual((await chime.listMeetingTags({ MeetingId })).Tags, Tags);
  await chime.deleteMeeting({ MeetingId });
  await assert.rejects(chime.getMeeting({ MeetingId }), NotFoundException);
});

test('a message is sent, read and redacted in a channel', async () => {
  const plain = new Chime({ ...settings(), disableHostPrefix: true });
  const { AppInstanceArn } = await plain.createAppInstance({ Name: 'Chat' });
  const user = { AppInstanceArn, AppInstanceUserId: 'ada', Name: 'Ada' };
  const ChimeBearer = (await plain.createAppInstanceUser(user)).AppInstanceUserArn;
  const { ChannelArn } = await plain.createChannel({ AppInstanceArn, Name: 'General', ChimeBearer });
  const message = { ChannelArn, ChimeBearer, Content: 'Hello', Type: 'STANDARD', Persistence: 'PERSISTENT' };
  const { MessageId } = await plain.sendChannelMessage(message);
  const read = async () => (await plain.getChannelMessage({ ChannelArn, ChimeBearer, MessageId })).ChannelMessage;
  assert.equal((await read()).Content, 'Hello');
  assert.ok((await read()).CreatedTimestamp instanceof Date);
  await plain.redactChannelMessage({ ChannelArn, ChimeBearer, MessageId });
  assert.deepEqual([(await read()).Redacted, (await read()).Content], [true, undefined]);
});

async function control(method, path, body) {
  const response = await fetch(`${emulator.endpoint}/_emulator/${path}`, { method, body: JSON.stringify(body) });
  assert.ok(response.ok, await response.text());
}

test('users are invited, found over pages, and a refusal is an exception of its class', async () => {
  const { Account } = await chime.createAccount({ Name: 'Users' });
  const AccountId = Account.AccountId;
  const UserEmailList = Array.from({ length: 7 }, (_, number) => `user${number}@example.com`);
  const { Invites } = await chime.inviteUsers({ AccountId, UserEmailList });
  assert.deepEqual(Invites.map((invite) => invite.EmailAddress), UserEmailList);

  const found = [];
  for await (const page of paginateListUsers({ client: chime, pageSize: 3 }, { AccountId })) {
    found.push(...page.Users);
  }
  assert.deepEqual(found.map((user) => user.PrimaryEmail).sort(), UserEmailList);
  assert.ok(found.every((user) => user.InvitedOn instanceof Date));

  await assert.rejects(chime.deleteAccount({ AccountId }), UnprocessableEntityException);
  await assert.rejects(chime.createUser({ AccountId, Email: UserEmailList[0] }), ConflictException);
});
