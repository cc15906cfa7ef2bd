// What a screen reader finds, as a whole: a change here is a change for people who do not see the page.
import { account, expect, open, row, test, user, voiceConnector } from './console';

test('the frame and a list', async ({ page }) => {
  await open(page, '/accounts?name=Harbor');
  await expect(row(page, 'Harbor Street Design')).toBeVisible();
  await expect(page.getByRole('banner')).toMatchAriaSnapshot(`
    - banner:
      - button "Navigation"
      - link "Chime Console"
      - text: Emulator
      - button "Emulator"
      - button "Go to…"
      - button "Mask personal values"
      - button "Theme"
      - button "Keyboard shortcuts"
  `);
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - region "Notices"
      - heading "Accounts" [level=1]
      - text: "1"
      - 'button "Info: Accounts"'
      - button "Refresh"
      - link "View" [disabled]
      - button "Edit" [disabled]
      - button "Delete" [disabled]
      - link "Create account"
      - radiogroup "Status":
        - radio "Active" [checked]
        - radio "Disabled"
      - region "Accounts":
        - search "Search all accounts"
        - search
        - grid "Accounts":
          - rowgroup:
            - row /Selection Name Type/:
              - columnheader "Selection"
              - columnheader "Name":
                - button "Name"
          - rowgroup:
            - row /Harbor Street Design/:
              - gridcell:
                - radio "Select Harbor Street Design"
              - rowheader:
                - link "Harbor Street Design"
              - gridcell "Team"
              - gridcell "Active"
  `);
});

test('a form with a mistake', async ({ page }) => {
  await open(page, '/accounts/create');
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page.getByRole('region', { name: 'Account' })).toMatchAriaSnapshot(`
    - region "Account":
      - heading "Account" [level=2]
      - alert:
        - paragraph: One field needs your attention
        - list:
          - listitem:
            - button "Account name"
      - text: Account name
      - paragraph: /What administrators know it by/
      - textbox "Account name" [invalid]
      - button "Cancel"
      - button "Create account"
      - group: The request this sends
  `);
});

test('a confirmation', async ({ page, emulator }) => {
  const { path } = await account(emulator, 'Lantern Books');
  await open(page, `${path}/danger`);
  await page.getByRole('button', { name: 'Delete account' }).click();
  await expect(page.getByRole('dialog')).toMatchAriaSnapshot(`
    - dialog "Delete account":
      - heading "Delete account" [level=2]
      - list:
        - listitem: Lantern Books
      - paragraph: /90 days, in which only AWS Support can bring it back/
      - text: Type
      - code: Lantern Books
      - text: to confirm
      - textbox "Type Lantern Books to confirm"
      - button "Cancel"
      - button "Delete account" [disabled]
      - button "Close"
  `);
});

test('how calls flow through a voice connector', async ({ page, emulator }) => {
  const { path } = await voiceConnector(emulator, 'Virginia standby');
  await open(page, path);
  await expect(page.getByRole('figure')).toMatchAriaSnapshot(`
    - figure /No phone number is attached. Calls in go to sbc-east/:
      - paragraph: Calls in
      - heading "Phone numbers" [level=3]:
        - link "Phone numbers"
      - paragraph: No number rings here.
      - paragraph:
        - link "Attach numbers"
      - paragraph: us-east-1
      - heading "Virginia standby" [level=3]
      - paragraph: Encryption required
      - list:
        - listitem:
          - link "Health"
          - text: No ping yet
        - listitem:
          - link "Emergency"
          - text: Not set up
        - listitem:
          - link "Streaming"
          - text: Not set up
        - listitem:
          - link "Logging"
          - text: Nothing
        - listitem:
          - link "Proxy"
          - text: Not set up
      - paragraph: Your SIP hosts
      - heading "Origination routes" [level=3]
      - list:
        - listitem: sbc-east.cascadia.example.com:5060 Priority 1 · TCP · 100 % of calls
      - paragraph: Calls out
      - heading "Termination sources" [level=3]
      - list:
        - listitem: 198.51.100.64/27
      - paragraph: Telephone network
      - heading "Calling regions" [level=3]
      - paragraph: US
      - paragraph: 1 call per second
  `);
});

test('a room and its members', async ({ page, emulator }) => {
  const { id: AccountId, path } = await account(emulator, 'Juniper Valley Clinic');
  const { Room } = await emulator.chime.createRoom({ AccountId, Name: 'Front desk' });
  const { id: MemberId } = await user(emulator, AccountId, 'maren.okafor@juniper.example.org');
  await emulator.chime.createRoomMembership({ AccountId, RoomId: Room?.RoomId, MemberId, Role: 'Administrator' });
  await open(page, `${path}/rooms/${Room?.RoomId}`);
  await expect(row(page, 'Maren Okafor')).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - navigation "Breadcrumbs"
      - heading "Front desk" [level=1]
      - 'button "Info: A room"'
      - button "Refresh"
      - button "Rename"
      - button "Delete"
      - region "Room":
        - heading "Room" [level=2]
      - region "Members 1":
        - heading "Members 1" [level=2]
        - button "Refresh the members"
        - button "Actions"
        - button "Add bot"
        - link "Add users"
        - region "Members":
          - grid "Members":
            - rowgroup:
              - row /Name E-mail Type Role/
            - rowgroup:
              - row /Maren Okafor/:
                - gridcell:
                  - checkbox "Select Maren Okafor"
                - rowheader:
                  - link "Maren Okafor"
                - gridcell "maren.okafor@juniper.example.org"
                - gridcell "User"
                - gridcell "Administrator"
      - region "Moderation":
        - heading "Moderation" [level=2]
        - combobox "Message id"
        - button "Redact message"
  `);
});

test('a meeting with its attendees', async ({ page }) => {
  await open(page, '/meetings');
  await row(page, 'season-review').getByRole('link').click();
  await page.getByRole('link', { name: 'Attendees' }).click();
  await expect(row(page, 'supplier-by-phone')).toBeVisible();
  await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "season-review" [level=1]
      - navigation "Meeting":
        - list:
          - listitem:
            - link "Overview"
          - listitem:
            - link "Attendees"
          - listitem:
            - link "Transcription"
          - listitem:
            - link "Dial-out"
          - listitem:
            - link "Tags"
          - listitem:
            - link "Danger zone"
      - region "Attendees 7":
        - button "Join token" [disabled]
        - link "Add many"
        - button "Add attendee"
        - region "Attendees":
          - grid "Attendees"
  `);
});

test('the faults of the emulator', async ({ page }) => {
  await open(page, '/emulator/faults');
  await page.getByRole('button', { name: 'Add fault' }).click();
  await expect(page.getByRole('region', { name: 'In force' })).toMatchAriaSnapshot(`
    - region "In force":
      - heading "In force" [level=2]
      - button "Clear"
      - button "Add fault"
      - list:
        - listitem:
          - combobox "Operation"
          - combobox "Answer"
          - slider "Calls"
          - slider "Delay"
          - button "Remove the fault of ListAccounts"
  `);
});
