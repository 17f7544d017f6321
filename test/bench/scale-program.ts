/** The program whose start and growth are measured: the built one, since that is what people start. */
export const SCALE_PROGRAM = `
  import { writeFile } from 'node:fs/promises';
  import { setTimeout as wait } from 'node:timers/promises';
  const [dist, file, changed] = process.argv.slice(1);
  const [{ createApp }, { loadConfig }, { createLog }] = await Promise.all(
    ['app/docs-app.js', 'config/load.js', 'log.js'].map((name) => import(dist + '/' + name)));
  const loaded = await loadConfig(file);
  if (loaded.kind !== 'config') throw new Error(JSON.stringify(loaded));
  let fromSnapshot = false;
  const destination = { write: (line) => { fromSnapshot ||= line.includes('"fromSnapshot":true'); } };
  const log = createLog({ level: 'info', secrets: [], destination });
  const app = await createApp({
    ...loaded, file, log, snapshot: true, thread: true, onProgress: () => {}, mirrors: undefined, questions: undefined, entries: () => undefined,
  });
  const start = performance.now();
  if (changed !== '') await app.watch();
  await app.open();
  const opened = performance.now() - start;
  const asked = { id: '', platform: '', workspace: '', place: '', asker: '', visibility: 'private', collections: [], version: '', locale: '' };
  const found = [];
  if (changed !== '') for (let round = 0; round < 5; round += 1) {
    await wait(3000);
    const word = 'zyx' + round + Date.now().toString(36);
    const saved = performance.now();
    await writeFile(changed, '# Changed\\n\\nThe word is ' + word + '.\\n');
    for (;;) {
      const reply = app.core.ask({ ...asked, text: word });
      if (reply.kind === 'results' && reply.answers.some(({ excerpt }) => excerpt.markdown.includes(word))) break;
      await wait(1);
    }
    found.push(performance.now() - saved);
  }
  const peak = process.resourceUsage().maxRSS * 1024;
  await app.close();
  process.stdout.write(JSON.stringify({ fromSnapshot, opened, found, peak, pages: app.pages.length }));
  process.exit(0);
`;
