// The sandbox and the native emulator are one program: the same calls get the same answers.
import { Chime } from '@aws-sdk/client-chime';
import { credentials } from '../emulator.mjs';
import { controlBy, expect, test } from './console';
import { sandbox } from './sandbox';

const STEPS = 400;
/** No host prefixes: the emulator's address is a number. */
const OPTIONS = { region: 'us-east-1', maxAttempts: 1, disableHostPrefix: true };
/** The forms of ids: most, those of voice connectors, those of messages. */
const ID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b(?=[a-z]*\d)[a-z\d]{22}\b|\b[0-9a-f]{64}\b/g;
/** Members that are drawn by chance, beside ids. */
const DRAWN = ['NextToken', 'PersonalPIN', 'JoinToken', 'MediaPlacement', 'SecurityToken', 'BotEmail', 'SipUri', 'OutboundHostName'];

type Ids = Record<string, string[]>;
/** An input, made from ids that this side has given before. */
type Make = (id: (kind: string) => string, n: number) => object;
/** Which id of an answer later calls use, and as what. */
type Take = [kind: string, path: string];

const ACCOUNT: Make = (id) => ({ AccountId: id('account') });
const USER: Make = (id) => ({ AccountId: id('account'), UserId: id('user') });
const ROOM: Make = (id) => ({ AccountId: id('account'), RoomId: id('room') });
const CONNECTOR: Make = (id) => ({ VoiceConnectorId: id('connector') });
const MEETING: Make = (id) => ({ MeetingId: id('meeting') });
const INSTANCE: Make = (id) => ({ AppInstanceArn: id('instance') });

const CALLS: [operation: string, make: Make, take?: Take][] = [
  ['createAccount', (_, n) => ({ Name: `Account ${n}` }), ['account', 'Account.AccountId']],
  ['createAccount', () => ({ Name: '' })],
  ['getAccount', ACCOUNT],
  ['updateAccount', (id, n) => ({ ...ACCOUNT(id, n), Name: `Renamed ${n}` })],
  ['listAccounts', (_, n) => ({ MaxResults: 1 + (n % 5) })],
  ['listAccounts', () => ({ MaxResults: 0 })],
  ['getAccountSettings', ACCOUNT],
  ['updateAccountSettings', (id, n) => ({ ...ACCOUNT(id, n), AccountSettings: { DisableRemoteControl: n % 2 === 0 } })],
  ['deleteAccount', ACCOUNT],
  ['createUser', (id, n) => ({ ...ACCOUNT(id, n), Username: `user${n}`, Email: `user${n}@example.com` }), ['user', 'User.UserId']],
  ['inviteUsers', (id, n) => ({ ...ACCOUNT(id, n), UserEmailList: [`guest${n}@example.com`] })],
  ['listUsers', ACCOUNT],
  ['getUser', USER],
  ['updateUser', (id, n) => ({ ...USER(id, n), LicenseType: n % 2 ? 'Basic' : 'Pro' })],
  ['resetPersonalPIN', USER],
  ['getUserSettings', USER],
  ['batchSuspendUser', (id, n) => ({ ...ACCOUNT(id, n), UserIdList: [id('user')] })],
  ['createRoom', (id, n) => ({ ...ACCOUNT(id, n), Name: `Room ${n}` }), ['room', 'Room.RoomId']],
  ['getRoom', ROOM],
  ['createRoomMembership', (id, n) => ({ ...ROOM(id, n), MemberId: id('user') })],
  ['listRooms', ACCOUNT],
  ['createBot', (id, n) => ({ ...ACCOUNT(id, n), DisplayName: `Bot ${n}` })],
  ['createVoiceConnector', (_, n) => ({ Name: `Connector ${n}`, RequireEncryption: n % 2 === 0 }), ['connector', 'VoiceConnector.VoiceConnectorId']],
  ['putVoiceConnectorTermination', (id, n) => ({ ...CONNECTOR(id, n), Termination: { CpsLimit: 1, CallingRegions: ['US'], CidrAllowedList: ['203.0.113.0/27'], Disabled: false } })],
  ['getVoiceConnectorTermination', CONNECTOR],
  ['listVoiceConnectors', () => ({})],
  ['deleteVoiceConnector', CONNECTOR],
  ['searchAvailablePhoneNumbers', (_, n) => ({ AreaCode: '206', MaxResults: 1 + (n % 9) })],
  ['createPhoneNumberOrder', (_, n) => ({ ProductType: 'VoiceConnector', E164PhoneNumbers: [`+1206555${String(1000 + n)}`] })],
  ['listPhoneNumbers', () => ({})],
  ['listPhoneNumberOrders', () => ({})],
  ['createMeeting', (_, n) => ({ ClientRequestToken: `token-${n % 40}` }), ['meeting', 'Meeting.MeetingId']],
  ['createAttendee', (id, n) => ({ ...MEETING(id, n), ExternalUserId: `person-${n}` })],
  ['listAttendees', MEETING],
  ['tagMeeting', (id, n) => ({ ...MEETING(id, n), Tags: [{ Key: `k${n % 3}`, Value: `v${n}` }] })],
  ['listMeetings', () => ({})],
  ['deleteMeeting', MEETING],
  ['createAppInstance', (_, n) => ({ Name: `Instance ${n}`, ClientRequestToken: `token-${n}` }), ['instance', 'AppInstanceArn']],
  ['createAppInstanceUser', (id, n) => ({ ...INSTANCE(id, n), AppInstanceUserId: `person-${n}`, Name: `Person ${n}`, ClientRequestToken: `token-${n}` }), ['person', 'AppInstanceUserArn']],
  ['createChannel', (id, n) => ({ ...INSTANCE(id, n), Name: `Channel ${n}`, ClientRequestToken: `token-${n}`, ChimeBearer: id('person') }), ['channel', 'ChannelArn']],
  ['sendChannelMessage', (id, n) => ({ ChannelArn: id('channel'), Content: `Message ${n}`, Type: 'STANDARD', Persistence: 'PERSISTENT', ClientRequestToken: `token-${n}`, ChimeBearer: id('person') })],
  ['listChannelMessages', (id) => ({ ChannelArn: id('channel'), ChimeBearer: id('person') })],
  ['listChannels', (id, n) => ({ ...INSTANCE(id, n), ChimeBearer: id('person') })],
];

/** Chance that is the same in each run. */
function chance(seed: number) {
  return (below: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
}

/** What is the same on both sides: ids become the word `id`, and what is ordered by them loses its order. */
function same(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') {
    return value.replace(ID, 'id');
  }
  if (Array.isArray(value)) return value.map(same).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).filter(([name]) => name !== '$metadata');
  return Object.fromEntries(members.map(([name, member]) => [name, DRAWN.includes(name) ? typeof member : same(member)]));
}

type Side = { chime: Chime; control: (method: string, path: string, body?: unknown) => Promise<unknown>; ids: Ids };

async function call({ chime, ids }: Side, [operation, make, take]: (typeof CALLS)[number], n: number, pick: number) {
  const id = (kind: string) => ids[kind]?.[pick % ids[kind].length] ?? `no-such-${kind}`;
  try {
    const answer = await (chime as any)[operation](make(id, n));
    if (take) (ids[take[0]] ??= []).push(take[1].split('.').reduce((value: any, member) => value[member], answer));
    return { status: answer.$metadata.httpStatusCode, answer: same(answer) };
  } catch (error: any) {
    return { status: error.$metadata?.httpStatusCode, code: error.Code, exception: error.name, message: same(error.message) };
  }
}

/** How many rows of each table there are. */
async function tables(side: Side) {
  const { Rows } = (await side.control('GET', 'snapshot')) as { Rows: Record<string, unknown> };
  const counts: Record<string, number> = {};
  for (const key of Object.keys(Rows)) counts[key.split('/')[0]] = (counts[key.split('/')[0]] ?? 0) + 1;
  return counts;
}

test('the same calls get the same answers', async ({ page, emulator, server }) => {
  test.setTimeout(120_000);
  await page.goto('/connect');
  const { chime, ask } = await sandbox(page);
  const sides: Side[] = [
    { chime: new Chime({ ...OPTIONS, endpoint: server, credentials }), control: emulator.control, ids: {} },
    { chime, control: controlBy(ask), ids: {} },
  ];
  const both = (work: (side: Side) => Promise<unknown>) => Promise.all(sides.map(work));

  await both((side) => side.control('POST', 'reset'));
  await both((side) => side.control('POST', 'clock', { Stop: true }));
  await both((side) => side.control('POST', 'clock', { Set: '2031-05-01T00:00:00Z' }));
  const random = chance(20180501);
  const refused = new Set();
  for (let n = 0; n < STEPS; n += 1) {
    const [next, pick] = [CALLS[random(CALLS.length)], random(1000)];
    if (n % 50 === 49) await both((side) => side.control('POST', 'clock', { Advance: '9h' }));
    const [native, inBrowser] = await both((side) => call(side, next, n, pick));
    expect(inBrowser, `call ${n}, ${next[0]}`).toEqual(native);
    refused.add((native as { code?: string }).code);
  }
  const [native, inBrowser] = await both(tables);
  expect(inBrowser).toEqual(native);
  // The calls have reached both what works and what is refused.
  expect(refused.size).toBeGreaterThan(4);
  expect(Object.keys(native as object).length).toBeGreaterThan(15);
});
