// Every form of the console: where it is, how it is filled in rightly, and which members of its operation's input it asks
// for by typing. tests/every_form.rs holds that none is missing.
import type { Page } from '@playwright/test';
import type { Ids } from './places';

/** One input that is typed into: its label and a right value, which differs from what the demo has. */
export type Typed = {
  label: string;
  good: string;
  /** The group that it stands in, where another input has the same label. */
  within?: string;
  /** Several entries go into one input, one a line: the entry at a place. */
  entry?: (place: number) => string;
};

/** A list of rows: the button that adds one, and how the choices of a row are made that are not typed. */
export type Rows = { add: string; choose?: (page: Page, row: number) => Promise<unknown> };

export type FormOnPage = {
  operation: string;
  /** What tells it from others of the same operation. */
  kind?: string;
  at: (ids: Ids) => string;
  /** The buttons that lead to it. */
  open?: string[];
  submit: string;
  /** The dialog that asks once more before something is sent. */
  asks?: string;
  /** Chooses what is not typed. */
  choose?: (page: Page) => Promise<unknown>;
  fields?: Record<string, Typed>;
  rows?: Record<string, Rows>;
};

const typed = (label: string, good: string, entry?: Typed['entry']): Typed => ({ label, good, entry });
const name = (label = 'Name', good = 'Another name') => ({ Name: typed(label, good) });
const choose = (label: string, place = 1) => (page: Page) =>
  page.getByLabel(label).and(page.locator('form select')).selectOption({ index: place });
const check = (...labels: string[]) => async (page: Page) => {
  for (const label of labels) await page.getByLabel(label, { exact: true }).check();
};

const lambda = typed('Lambda function ARN', 'arn:aws:lambda:us-east-1:111122223333:function:answer');
const metadata = { Metadata: typed('Metadata', '{"a": 1}') };
const tags = { 'Tags[].Key': typed('Key', 'stage'), 'Tags[].Value': typed('Value', 'test') };
const tagRows = { Tags: { add: 'Add tag' } };
const letters = (place: number) => String.fromCharCode(65 + Math.floor(place / 26), 65 + (place % 26));

const ACCOUNTS: FormOnPage[] = [
  { operation: 'CreateAccount', at: () => '/accounts/create', submit: 'Create account', fields: name('Account name') },
  { operation: 'UpdateAccount', at: ({ team }) => team, open: ['Edit'], submit: 'Save', fields: name('Account name') },
  {
    operation: 'UpdateAccountSettings',
    at: ({ team }) => `${team}/policies`,
    submit: 'Save policies',
    choose: (page) => page.getByRole('switch', { name: 'Allow dial-out' }).click(),
  },
  {
    operation: 'AssociateSigninDelegateGroupsWithAccount',
    at: ({ enterprise }) => `${enterprise}/delegates`,
    open: ['Add groups'],
    submit: 'Add groups',
    fields: { SigninDelegateGroups: typed('Group names', 'Assistants') },
  },
  {
    operation: 'CreateUser',
    at: ({ team }) => `${team}/users/create`,
    submit: 'Add user',
    fields: { Email: typed('E-mail', 'new@harborstreet.example.com'), Username: typed('User name', 'new') },
  },
  { operation: 'UpdateUser', at: ({ mila }) => mila, submit: 'Save license', choose: choose('License') },
  {
    operation: 'UpdateUserSettings',
    at: ({ mila }) => mila,
    submit: 'Save calling rights',
    choose: (page) => page.getByRole('switch', { name: 'Inbound calls' }).click(),
  },
  {
    operation: 'AssociatePhoneNumberWithUser',
    at: ({ numberless }) => numberless,
    open: ['Give a number'],
    submit: 'Give number',
    choose: choose('Phone number'),
  },
];

const ROOMS_AND_BOTS: FormOnPage[] = [
  { operation: 'CreateRoom', at: ({ company }) => `${company}/rooms/create`, submit: 'Create room', fields: name('Room name') },
  { operation: 'UpdateRoom', at: ({ room }) => room, open: ['Rename'], submit: 'Rename', fields: name('Room name') },
  {
    operation: 'RedactRoomMessage',
    at: ({ room }) => room,
    submit: 'Redact message',
    asks: 'Redact message',
    fields: { MessageId: typed('Message id', 'message-1') },
  },
  {
    operation: 'RedactConversationMessage',
    at: ({ company }) => `${company}/retention`,
    submit: 'Redact message',
    asks: 'Redact message',
    fields: { ConversationId: typed('Conversation id', 'conversation-1'), MessageId: typed('Message id', 'message-1') },
  },
  {
    operation: 'CreateRoomMembership',
    at: ({ room }) => room,
    open: ['Add bot'],
    submit: 'Add bot',
    choose: (page) => page.getByRole('dialog').getByRole('radio', { name: /^Stock/ }).check(),
  },
  {
    operation: 'PutRetentionSettings',
    at: ({ enterprise }) => `${enterprise}/retention`,
    submit: 'Save retention',
    asks: 'Erase old messages',
    choose: check('Erase old messages in rooms', 'Erase old messages in conversations'),
    fields: {
      'RetentionSettings.RoomRetentionSettings.RetentionDays': typed('Days that messages in rooms are kept', '30'),
      'RetentionSettings.ConversationRetentionSettings.RetentionDays': typed('Days that messages in conversations are kept', '30'),
    },
  },
  {
    operation: 'CreateBot',
    at: ({ company }) => `${company}/bots/create`,
    submit: 'Create bot',
    fields: { DisplayName: typed('Display name', 'Helper'), Domain: typed('Domain', 'cascadia.example.com') },
  },
  {
    operation: 'PutEventsConfiguration',
    kind: 'over HTTPS',
    at: ({ bot }) => bot,
    open: ['Change'],
    submit: 'Save',
    choose: (page) => page.getByRole('radio', { name: /^HTTPS endpoint/ }).check(),
    fields: { OutboundEventsHTTPSEndpoint: typed('Address', 'https://bots.example.com/new') },
  },
  {
    operation: 'PutEventsConfiguration',
    kind: 'to a Lambda function',
    at: ({ bot }) => bot,
    open: ['Change'],
    submit: 'Save',
    choose: (page) => page.getByRole('radio', { name: /^Lambda function/ }).check(),
    fields: { LambdaFunctionArn: lambda },
  },
];

const NUMBERS: FormOnPage[] = [
  {
    operation: 'UpdatePhoneNumber',
    kind: 'of the product type',
    at: ({ free }) => free,
    submit: 'Save product type',
    choose: choose('Product type', 2),
  },
  {
    operation: 'UpdatePhoneNumber',
    kind: 'of the calling name',
    at: ({ free }) => free,
    submit: 'Save calling name',
    fields: { CallingName: typed('Calling name', 'Front desk') },
  },
  {
    operation: 'UpdateGlobalSettings',
    at: () => '/settings',
    submit: 'Save buckets',
    fields: {
      'BusinessCalling.CdrBucket': { ...typed('S3 bucket', 'other-records'), within: 'Business Calling' },
      'VoiceConnector.CdrBucket': { ...typed('S3 bucket', 'other-records'), within: 'Voice connectors' },
    },
  },
  {
    operation: 'UpdatePhoneNumberSettings',
    at: () => '/settings',
    submit: 'Change name',
    asks: 'Change the default calling name',
    fields: { CallingName: typed('New default calling name', 'Outdoor Shop') },
  },
  {
    operation: 'ValidateE911Address',
    at: () => '/address-check',
    submit: 'Check address',
    fields: {
      StreetNumber: typed('Street number', '8'),
      StreetInfo: typed('Street', '42nd Street'),
      City: typed('City', 'Seattle'),
      State: typed('State', 'WA'),
      PostalCode: typed('Postal code', '98101'),
      Country: typed('Country', 'US'),
      AwsAccountId: typed('AWS account', '111122223333'),
    },
  },
];

export { check, choose, lambda, letters, metadata, name, tagRows, tags, typed, ACCOUNTS, NUMBERS, ROOMS_AND_BOTS };
