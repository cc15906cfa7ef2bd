// Where the things of the demo organisation have their pages, for the tests that visit all of them.
import { instance } from './chat';
import { type Emulator, account, user, voiceConnector } from './console';

export type Ids = Awaited<ReturnType<typeof places>>;

/** The paths of one thing of each kind. */
export async function places(emulator: Emulator) {
  const { chime } = emulator;
  const harbor = await account(emulator, 'Harbor Street Design');
  const juniper = await account(emulator, 'Juniper Valley Clinic');
  const mill = await account(emulator, 'Old Mill Brewing');
  const mila = await user(emulator, harbor.id, 'mila@harborstreet.example.com');
  const company = await account(emulator, 'Cascadia Outdoor');
  const { Rooms: [room] = [] } = await chime.listRooms({ AccountId: company.id });
  const { Bots = [] } = await chime.listBots({ AccountId: company.id });
  const bot = Bots.find(({ DisplayName }) => DisplayName?.startsWith('Stock'));
  const { Meetings: [meeting] = [] } = await chime.listMeetings({});
  const { Attendees: [attendee] = [] } = await chime.listAttendees({ MeetingId: meeting?.MeetingId });
  const { MediaCapturePipelines: [pipeline] = [] } = await chime.listMediaCapturePipelines({});
  const connector = await voiceConnector(emulator, 'Seattle headquarters');
  const proxy = await voiceConnector(emulator, 'Delivery hotline');
  const { VoiceConnectorGroups: [group] = [] } = await chime.listVoiceConnectorGroups({});
  const { ProxySessions: [session] = [] } = await chime.listProxySessions({ VoiceConnectorId: proxy.id });
  const { ProxySessions: [running] = [] } = await chime.listProxySessions({ VoiceConnectorId: proxy.id, Status: 'Open' });
  const { SipRules = [] } = await chime.listSipRules({});
  const line = SipRules.find(({ Name }) => Name === 'Order line');
  const { PhoneNumberOrders: [known] = [] } = await chime.listPhoneNumberOrders({});
  const place = () => chime.createPhoneNumberOrder({ ProductType: 'VoiceConnector', E164PhoneNumbers: ['+12065550188'] });
  const order = known ?? (await place()).PhoneNumberOrder;
  const chat = await instance(emulator);
  const { PhoneNumbers: [free] = [] } = await chime.listPhoneNumbers({ Status: 'Unassigned', ProductType: 'BusinessCalling' });
  const { Users = [] } = await chime.listUsers({ AccountId: company.id, UserType: 'PrivateUser' });
  const numberless = Users.find((user) => !user.PrimaryProvisionedNumber && user.UserRegistrationStatus === 'Registered');
  return {
    team: harbor.path,
    enterprise: juniper.path,
    disabled: mill.path,
    mila: mila.path,
    company: company.path,
    numberless: `${company.path}/users/${numberless?.UserId}`,
    order: `/phone-numbers/orders/${order?.PhoneNumberOrderId}`,
    free: `/phone-numbers/${encodeURIComponent(free?.E164PhoneNumber ?? '')}`,
    room: `${company.path}/rooms/${room?.RoomId}`,
    bot: `${company.path}/bots/${bot?.BotId}`,
    meeting: `/meetings/${meeting?.MeetingId}`,
    attendee: `/meetings/${meeting?.MeetingId}/attendees/${attendee?.AttendeeId}`,
    pipeline: `/media-capture-pipelines/${pipeline?.MediaPipelineId}`,
    connector: connector.path,
    standby: (await voiceConnector(emulator, 'Virginia standby')).path,
    bare: (await voiceConnector(emulator, 'Portland store')).path,
    group: `/voice-connector-groups/${group?.VoiceConnectorGroupId}`,
    proxy: `${proxy.path}/proxy`,
    session: `${proxy.path}/proxy/${session?.ProxySessionId}`,
    running: `${proxy.path}/proxy/${running?.ProxySessionId}`,
    application: `/sip-media-applications/${line?.TargetApplications?.[0]?.SipMediaApplicationId}`,
    rule: `/sip-rules/${line?.SipRuleId}`,
    chat: chat.path,
    staging: (await instance(emulator, 'Staging')).path,
    chatter: chat.user('Diego Vargas').path,
    channel: (await chat.channel('Trail talk')).path,
  };
}
