// The AWS SDK for JavaScript in a page of another origin: what anybody's web application does with the emulator.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { build } from 'esbuild';
import { credentials, root } from '../emulator.mjs';
import { ADDRESS, expect, test as base } from './console';

/** What the bundle is called in the page. */
declare const sdk: typeof import('@aws-sdk/client-chime');

const PAGE = '<!doctype html><link rel="icon" href="data:,"><script src="sdk.js"></script>';
const settings = { endpoint: ADDRESS, region: 'us-east-1', credentials, maxAttempts: 1, disableHostPrefix: true };

const test = base.extend<{ preflights: Set<string> }, { application: string }>({
  // A server, since Playwright answers the preflights of a page whose requests it routes.
  application: [
    async ({}, use) => {
      const bundle = await build({
        stdin: { contents: `export * from '@aws-sdk/client-chime'`, resolveDir: root },
        bundle: true,
        format: 'iife',
        globalName: 'sdk',
        write: false,
      });
      const script = bundle.outputFiles[0].contents;
      const server = createServer(({ url }, response) => {
        const isScript = url === '/sdk.js';
        response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
        response.end(isScript ? script : PAGE);
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      await use(`http://app.localhost:${(server.address() as AddressInfo).port}/`);
      server.closeAllConnections();
      server.close();
    },
    { scope: 'worker' },
  ],
  // The methods that the browser asked leave for, which Playwright does not tell.
  preflights: [
    async ({ page, application }, use) => {
      const methods = new Set<string>();
      const devtools = await page.context().newCDPSession(page);
      devtools.on('Network.requestWillBeSent', ({ request }) => {
        if (request.method === 'OPTIONS') methods.add(request.headers['Access-Control-Request-Method']);
      });
      await devtools.send('Network.enable');
      await page.goto(application);
      await use(methods);
    },
    { auto: true },
  ],
});

test('an application of another origin reads, creates, changes and deletes', async ({ page, emulator, preflights }) => {
  const seen = await page.evaluate(async (settings) => {
    const chime = new sdk.Chime(settings);
    const { Accounts = [] } = await chime.listAccounts({ MaxResults: 2 });
    const AccountId = Accounts[0].AccountId;
    const order = { ExternalMeetingId: 'stand-up', ClientRequestToken: 'once' };
    const { Meeting } = await chime.createMeeting(order);
    const again = await chime.createMeeting(order);
    await chime.putRetentionSettings({
      AccountId,
      RetentionSettings: { RoomRetentionSettings: { RetentionDays: 30 } },
    });
    const { RetentionSettings } = await chime.getRetentionSettings({ AccountId });
    const MeetingId = Meeting?.MeetingId;
    const deleted = await chime.deleteMeeting({ MeetingId });
    return {
      accounts: Accounts.length,
      created: Accounts[0].CreatedTimestamp instanceof Date,
      meetings: [MeetingId, again.Meeting?.MeetingId],
      days: RetentionSettings?.RoomRetentionSettings?.RetentionDays,
      deleted: [deleted.$metadata.httpStatusCode, deleted.$metadata.requestId],
    };
  }, settings);
  const [meeting, again] = seen.meetings;
  expect(meeting).toMatch(/^[0-9a-f-]{36}$/);
  expect(again).toBe(meeting);
  expect(seen.deleted).toEqual([204, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  expect(seen).toMatchObject({ accounts: 2, created: true, days: 30 });
  await expect(emulator.chime.getMeeting({ MeetingId: meeting })).rejects.toThrow(/meeting/i);
  expect([...preflights].sort()).toEqual(['DELETE', 'GET', 'POST', 'PUT']);
});

test('it bears messages, and sees the class and the id of a refusal', async ({ page, emulator }) => {
  const AppInstanceArn = (await emulator.chime.createAppInstance({ Name: 'Shop' })).AppInstanceArn;
  const ada = { AppInstanceArn, AppInstanceUserId: 'ada', Name: 'Ada' };
  const ChimeBearer = (await emulator.chime.createAppInstanceUser(ada)).AppInstanceUserArn;
  const refused = page.waitForResponse((response) => response.status() === 404);
  const seen = await page.evaluate(
    async ({ settings, AppInstanceArn, ChimeBearer }) => {
      const chime = new sdk.Chime(settings);
      const { ChannelArn } = await chime.createChannel({ AppInstanceArn, Name: 'Orders', ChimeBearer });
      const kind = { Type: 'STANDARD', Persistence: 'PERSISTENT' } as const;
      const message = { ChannelArn, ChimeBearer, Content: 'Zwölf Stück', ...kind };
      const { MessageId } = await chime.sendChannelMessage(message);
      const { ChannelMessages = [] } = await chime.listChannelMessages({ ChannelArn, ChimeBearer });
      const error = await chime.getMeeting({ MeetingId: crypto.randomUUID() }).catch((error) => error);
      return {
        sent: ChannelMessages.map(({ MessageId, Content, Sender }) => [MessageId, Content, Sender?.Arn]),
        MessageId,
        refusal: [error instanceof sdk.NotFoundException, error.name, error.$metadata.httpStatusCode],
        requestId: error.$metadata.requestId,
      };
    },
    { settings, AppInstanceArn, ChimeBearer },
  );
  expect(seen.sent).toEqual([[seen.MessageId, 'Zwölf Stück', ChimeBearer]]);
  expect(seen.refusal).toEqual([true, 'NotFoundException', 404]);
  expect(seen.requestId).toBe(await (await refused).headerValue('x-amzn-requestid'));
});
