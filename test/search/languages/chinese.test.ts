import { expect, test } from 'vitest';
import type { Files } from '../pages.ts';
import { engineIn, testAnswers } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'kaishi.md': `# 快速入门
    > 五分钟运行第一个任务。
    ## 创建账户
    在控制台注册，并验证您的邮箱。
    ## 安装 SDK
    运行 \`npm install @yao/node\`。`,
  'tuandui.md': `# 用户管理
    > 团队成员的权限。
    ## 邀请成员
    输入邮箱地址，邀请七天内有效。
    ## 角色和权限
    所有者可以做任何事，查看者只能读取。
    ## 删除用户
    被删除的人会立即退出登录。`,
  'denglu.md': `# 登录
    使用邮箱和密码登录。
    ## 重置密码
    点击“忘记密码”，链接一小时后失效。
    ## 双因素认证
    用验证器应用扫描二维码。`,
  'miyao.md': `# API 密钥
    > 对 API 请求进行身份验证。
    密钥放在 \`Authorization\` 请求头中。
    ## 生成密钥
    选择名称和环境。
    ## 吊销密钥
    吊销后密钥立即停止工作。`,
  'webhooks.md': `# Webhook
    > 任务完成时收到通知。
    ## 添加端点
    在控制台填写 URL。
    ## 验证签名
    每条消息都带有 HMAC-SHA256 签名。`,
  'zhangdan.md': `# 计费
    > 套餐、发票和付款。
    ## 下载发票
    每张发票都有 PDF 版本。
    ## 更换套餐
    升级立即生效。
    ## 取消订阅
    数据在三十天后清除。`,
  'dingshi.md': `# 定时任务
    > 在固定时间运行任务。
    ## Cron 表达式
    \`0 9 * * 1-5\` 在工作日九点运行。
    ## 时区
    默认使用 UTC，并遵守夏令时。`,
  'cuowu.md': `# 错误信息
    > 状态码的含义。
    ## 请求过多
    \`429\`：超过每分钟一千次请求的限制。
    ## 文件过大
    每个任务最多 256 kB。`,
  'beifen.md': `# 备份
    > 保存和恢复数据。
    ## 恢复数据库
    选择最近十四天内的时间点。`,
  'tongzhi.md': `# 通知设置
    > 邮件和 Slack 消息。
    ## 关闭通知
    在个人资料中逐项关闭。`,
  'yuyan.md': `# 界面语言
    支持中文、英文和日文。
    ## 切换语言
    在个人资料中设置。`,
};

const QUESTIONS: Questions = [
  ['如何重置密码？', '重置密码'],
  ['忘记密码了怎么办', '重置密码'],
  ['怎么邀请团队成员', '邀请成员'],
  ['我想邀请新的成员', '邀请成员'],
  ['请问在哪里可以下载发票', '下载发票'],
  ['发票PDF', '下载发票'],
  ['如何生成API密钥', '生成密钥'],
  ['API 密钥 吊销', '吊销密钥'],
  ['怎样删除用户', '删除用户'],
  ['查看者有什么权限', '角色和权限'],
  ['webhook签名验证', '验证签名'],
  ['为什么返回429请求过多', '请求过多'],
  ['文件太大', '文件过大'],
  ['取消我的订阅', '取消订阅'],
  ['可以更换套餐吗', '更换套餐'],
  ['数据库恢复', '恢复数据库'],
  ['怎么关闭Slack通知', '关闭通知'],
  ['切换语言', '切换语言'],
  ['设置时区', '时区'],
  ['cron表达式怎么写', 'Cron 表达式'],
  ['安装sdk', '安装 SDK'],
  ['ＡＰＩ密钥', 'API 密钥'],
];

await testAnswers('zh-Hans-CN', DOCS, QUESTIONS);

test('words of a question do not weaken an answer', async () => {
  const engine = await engineIn('zh', DOCS);
  const sureOf = (question: string): number =>
    engine.search(question, { limit: 1, collections: [] }).confidence;
  expect(sureOf('请问如何才能重置我的密码呢')).toBeGreaterThan(sureOf('重置密码') * 0.8);
});
