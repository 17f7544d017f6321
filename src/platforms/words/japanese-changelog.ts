import type { ChangelogWords } from './changelog-words.ts';

export const JAPANESE_CHANGELOG: ChangelogWords = {
  command: { name: '更新情報', description: '更新内容と、このチャンネルへの投稿' },
  actions: {
    latest: { name: '最新', description: '最新の項目を表示します' },
    search: { name: '検索', description: '項目を検索します' },
    subscribe: { name: '購読', description: '新しい項目をこのチャンネルに投稿します' },
    unsubscribe: { name: '購読解除', description: 'このチャンネルへの投稿をやめます' },
    list: { name: '一覧', description: 'このチャンネルに投稿されるものを表示します' },
    preview: { name: 'プレビュー', description: '最新の項目がここでどう見えるかを表示します' },
  },
  options: {
    feed: { name: 'フィード', description: 'どの更新履歴か' },
    words: { name: '言葉', description: '探したい内容' },
    package: { name: 'パッケージ', description: 'このパッケージだけ。複数はコンマ区切り' },
    contains: { name: '含む', description: 'この言葉を含むものだけ。語句は引用符で囲む' },
    releases: { name: 'リリース', description: '安定版だけ、またはプレリリースだけ' },
    versions: { name: 'バージョン', description: 'この範囲のバージョンだけ（例：>=2.1）' },
    breaking: { name: '破壊的変更', description: '破壊的変更だけ' },
    digest: { name: 'まとめ', description: 'すぐに投稿するか、まとめて投稿するか' },
    day: { name: '曜日', description: '毎週の場合の曜日' },
    hour: { name: '時刻', description: 'まとめる場合の時刻（0〜23 時）' },
    zone: { name: 'タイムゾーン', description: '時刻のタイムゾーン（例：Asia/Tokyo）' },
  },
  choices: {
    stable: '安定版',
    prerelease: 'プレリリース',
    now: 'すぐに',
    daily: '毎日',
    weekly: '毎週',
    monday: '月曜日',
    tuesday: '火曜日',
    wednesday: '水曜日',
    thursday: '木曜日',
    friday: '金曜日',
    saturday: '土曜日',
    sunday: '日曜日',
  },
  latest: '最新の項目：',
  found: (query) => `「${query}」に関する項目：`,
  digest: (count) => `新しい項目 ${count} 件：`,
  noneFound: (query) => `「${query}」に関する項目は見つかりませんでした。`,
  none: 'まだ項目がありません。',
  news: '最近のお知らせ：',
  prerelease: 'プレリリース',
  breaking: '破壊的変更',
  readAll: '全文を読む',
  preview: '最新の項目は、ここでは次のように投稿されます。',
  posted: 'このチャンネルに投稿されるもの：',
  nothingPosted: 'このチャンネルに投稿される更新履歴はありません。',
  subscribed: (feed, what) => `これから ${feed} の新しい項目をここに投稿します（${what}）。`,
  changed: (feed, what) => `変更しました。${feed} の新しい項目をここに投稿します（${what}）。`,
  unsubscribed: (feed) => `${feed} の項目は、もうここに投稿しません。`,
  whichFeed: (named, feeds) =>
    named === ''
      ? `どれにしますか？ 選べるもの：${feeds}。`
      : `「${named}」は見つかりません。選べるもの：${feeds}。`,
  notSubscribed: (named, feeds) => {
    if (feeds === '') return 'このチャンネルに投稿される更新履歴はありません。';
    const question = named === '' ? 'どれにしますか？' : `「${named}」はこのチャンネルに投稿されていません。`;
    return `${question} ここに投稿されるもの：${feeds}。`;
  },
  inConfig: (feed) =>
    `${feed} のここへの投稿は、ボットの設定で決められています。変更は管理者に依頼してください。`,
  noEntry: (feed) => `${feed} にはまだ項目がないため、プレビューできません。`,
  badTerm: (term, reason) => `「${term}」を理解できませんでした（${reason}）。`,
  noFeeds: 'ここで表示できる更新履歴はありません。',
  failed: '今は更新履歴を読み出せません。あとでもう一度お試しください。',
  mayNotManage:
    'ここに投稿されるものを変更する権限がありません。このチャンネルを管理している人に依頼してください。',
  onlyInChannels: '更新履歴を投稿できるのはチャンネルだけです。投稿したいチャンネルで実行してください。',
  usage: (command) =>
    [
      `${command} latest [フィード]：最新の項目`,
      `${command} search 言葉：項目の検索`,
      `${command} subscribe フィード [何を] [いつ]：新しい項目をこのチャンネルに投稿`,
      `${command} unsubscribe [フィード]：投稿をやめる`,
      `${command} list：このチャンネルに投稿されるもの`,
      `${command} preview [フィード]：最新の項目のここでの見え方`,
      '何を：stable、prerelease、breaking、package:node、">=2.1"、言葉',
      'いつ：now、daily 9:00 Asia/Tokyo、weekly monday 9:00',
    ].join('\n'),
  invite: 'ただし、まだこのチャンネルに投稿できません。ボットを追加し、メッセージの送信を許可してください。',
  paused: (feed, channel, reason) =>
    `${feed} を ${channel} に投稿できなくなりました（${reason}）。解決したら、そのチャンネルでもう一度購読してください。`,
  filters: {
    join: (first, second) => `${first}、${second}`,
    everything: 'すべて',
    packages: (names) => `パッケージ ${names}`,
    containing: (words) => `${words} を含むもの`,
    stable: '安定版のみ',
    prerelease: 'プレリリースのみ',
    range: (range) => `バージョン ${range}`,
    breaking: '破壊的変更のみ',
    now: 'すぐに',
    daily: (hour, zone) => `毎日 ${hour}（${zone}）`,
    weekly: (day, hour, zone) => `毎週${day} ${hour}（${zone}）`,
    fromConfig: 'ボットの設定による',
    by: (person) => `${person} さんが設定`,
    paused: (reason) => `停止中：${reason}`,
  },
};
