// The forms of voice connectors, their groups, proxy sessions and SIP.
import { type FormOnPage, choose, lambda, letters, name, typed } from './forms';

const CONNECTORS: FormOnPage[] = [
  {
    operation: 'CreateVoiceConnector',
    at: () => '/voice-connectors/create',
    submit: 'Create voice connector',
    fields: name(),
  },
  { operation: 'UpdateVoiceConnector', at: ({ connector }) => connector, open: ['Edit'], submit: 'Save', fields: name() },
  {
    operation: 'PutVoiceConnectorOrigination',
    at: ({ standby }) => `${standby}/origination`,
    submit: 'Save origination',
    fields: {
      'Origination.Routes[].Host': typed('Host of route 1', 'sbc9.cascadia.example.com'),
      'Origination.Routes[].Port': typed('Port of route 1', '5080'),
      'Origination.Routes[].Priority': typed('Priority of route 1', '3'),
      'Origination.Routes[].Weight': typed('Weight of route 1', '40'),
    },
  },
  {
    operation: 'PutVoiceConnectorTermination',
    at: ({ connector }) => `${connector}/termination`,
    submit: 'Save termination',
    fields: {
      'Termination.CidrAllowedList': typed('Allowed addresses', '203.0.113.48/28'),
      'Termination.CallingRegions': typed('Countries that can be called', 'US'),
      'Termination.CpsLimit': typed('Calls per second', '3'),
      'Termination.DefaultPhoneNumber': typed('Default caller id', '+12065550121'),
    },
  },
  {
    operation: 'PutVoiceConnectorTerminationCredentials',
    at: ({ connector }) => `${connector}/termination`,
    open: ['Add credential'],
    submit: 'Add credential',
    fields: { 'Credentials[].Username': typed('User name', 'sbc3') },
  },
  {
    operation: 'PutVoiceConnectorEmergencyCallingConfiguration',
    at: ({ connector }) => `${connector}/emergency`,
    open: ['Add number'],
    submit: 'Save emergency calling',
    fields: {
      'EmergencyCallingConfiguration.DNIS[].EmergencyPhoneNumber': typed('Emergency number of number 2', '+12065550121'),
      'EmergencyCallingConfiguration.DNIS[].TestPhoneNumber': typed('Test number (optional) of number 2', '+12065550120'),
      'EmergencyCallingConfiguration.DNIS[].CallingCountry': typed('Country of number 2', 'CA'),
    },
  },
  {
    operation: 'PutVoiceConnectorStreamingConfiguration',
    at: ({ connector }) => `${connector}/streaming`,
    submit: 'Save streaming',
    fields: { 'StreamingConfiguration.DataRetentionInHours': typed('Hours to keep the media', '24') },
  },
  {
    operation: 'PutVoiceConnectorLoggingConfiguration',
    at: ({ connector }) => `${connector}/logging`,
    submit: 'Save logging',
    choose: (page) => page.getByRole('switch', { name: 'SIP messages' }).click(),
  },
  {
    operation: 'CreateVoiceConnectorGroup',
    at: () => '/voice-connector-groups/create',
    open: ['Add voice connector'],
    submit: 'Create group',
    choose: choose('Voice connector of voice connector 1'),
    fields: { ...name(), 'VoiceConnectorItems[].Priority': typed('Priority of voice connector 1', '5') },
  },
  {
    operation: 'UpdateVoiceConnectorGroup',
    at: ({ group }) => group,
    submit: 'Save group',
    fields: { ...name(), 'VoiceConnectorItems[].Priority': typed('Priority of voice connector 1', '5') },
  },
];

const PROXY: FormOnPage[] = [
  {
    operation: 'PutVoiceConnectorProxy',
    at: ({ proxy }) => proxy,
    submit: 'Save proxy',
    fields: {
      DefaultSessionExpiryMinutes: typed('Minutes that a session lasts', '90'),
      PhoneNumberPoolCountries: typed('Countries of the proxy numbers', 'US', letters),
      FallBackPhoneNumber: typed('Fallback number', '+12065550151'),
    },
  },
  {
    operation: 'CreateProxySession',
    at: ({ proxy }) => proxy,
    open: ['Create session'],
    submit: 'Create session',
    fields: {
      'ParticipantPhoneNumbers[]': typed('First person', '+12065550101'),
      // The same member once more.
      'ParticipantPhoneNumbers[] ': typed('Second person', '+12065550102'),
      Name: typed('Name', 'Order 9'),
      ExpiryMinutes: typed('Minutes', '30'),
      'GeoMatchParams.Country': typed('Country', 'US'),
      'GeoMatchParams.AreaCode': typed('Area code', '206'),
    },
  },
  {
    operation: 'UpdateProxySession',
    at: ({ running }) => running,
    open: ['Extend or change'],
    submit: 'Save',
    fields: { ExpiryMinutes: typed('Minutes', '30') },
  },
];

const SIP: FormOnPage[] = [
  {
    operation: 'CreateSipMediaApplication',
    at: () => '/sip-media-applications/create',
    submit: 'Create application',
    fields: { ...name('Application name'), AwsRegion: typed('Region', 'us-east-1'), 'Endpoints[].LambdaArn': lambda },
  },
  {
    operation: 'UpdateSipMediaApplication',
    at: ({ application }) => application,
    open: ['Edit'],
    submit: 'Save',
    fields: { ...name('Application name'), 'Endpoints[].LambdaArn': lambda },
  },
  {
    operation: 'PutSipMediaApplicationLoggingConfiguration',
    at: ({ application }) => `${application}/logging`,
    submit: 'Save logging',
    choose: (page) => page.getByRole('switch', { name: 'Log messages' }).click(),
  },
  {
    operation: 'CreateSipMediaApplicationCall',
    at: ({ application }) => `${application}/test-call`,
    open: ['Add header'],
    submit: 'Start call',
    asks: 'Start the call',
    fields: {
      FromPhoneNumber: typed('From', '+12065550126'),
      ToPhoneNumber: typed('To', '+14255550121'),
      'SipHeaders{key}': typed('Key', 'X-Test'),
      'SipHeaders{value}': typed('Value', 'yes'),
    },
    rows: { SipHeaders: { add: 'Add header' } },
  },
  {
    operation: 'UpdateSipMediaApplicationCall',
    at: ({ application }) => `${application}/test-call`,
    open: ['Update another call'],
    submit: 'Send arguments',
    fields: {
      TransactionId: typed('Transaction id', 'transaction-1'),
      'Arguments{key}': typed('Key', 'step'),
      'Arguments{value}': typed('Value', 'two'),
    },
    rows: { Arguments: { add: 'Add argument' } },
  },
  {
    operation: 'CreateSipRule',
    at: () => '/sip-rules/create',
    submit: 'Create rule',
    choose: async (page) => {
      await page.getByRole('radio', { name: "A voice connector's host" }).check();
      await page.getByLabel('Number or host').selectOption({ index: 2 });
      await page.getByLabel('Applications').selectOption({ index: 1 });
    },
    fields: name('Rule name'),
  },
  { operation: 'UpdateSipRule', at: ({ rule }) => rule, open: ['Edit'], submit: 'Save', fields: name('Rule name') },
];

export const VOICE: FormOnPage[] = [...CONNECTORS, ...PROXY, ...SIP];
