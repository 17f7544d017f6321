import type { Files } from '../pages.ts';
import { testAnswers, testForms } from './answers.ts';
import type { Questions } from './answers.ts';

const DOCS: Files = {
  'inicio.md': `# Início rápido
    > Sua primeira tarefa em cinco minutos.
    ## Criar uma conta
    Cadastre-se no painel e confirme seu e-mail.
    ## Instalar o pacote
    A instalação é feita com \`npm install @forno/node\`.`,
  'usuarios.md': `# Gestão de usuários
    > Quem pode fazer o quê na equipe.
    ## Convidar um membro
    Digite o endereço; o convite vale sete dias.
    ## Papéis e permissões
    Proprietários podem fazer tudo, leitores só leem.
    ## Excluir usuários
    As pessoas excluídas são desconectadas na hora.`,
  'acesso.md': `# Entrar na conta
    Entre com seu e-mail e sua senha.
    ## Redefinir a senha
    Clique em “Esqueci minha senha”. O link expira em uma hora.
    ## Autenticação em dois fatores
    Escaneie o código QR com um aplicativo.`,
  'chaves.md': `# Chaves de API
    > Autenticar as requisições.
    A chave vai no cabeçalho \`Authorization\`.
    ## Gerar uma chave
    Escolha um nome e um ambiente.
    ## Revogar uma chave
    Uma chave revogada para de funcionar na hora.`,
  'webhooks.md': `# Webhooks
    > Saber quando uma tarefa terminou.
    ## Adicionar um endpoint
    Digite a URL no painel.
    ## Verificar a assinatura
    Cada mensagem traz um HMAC com SHA-256.`,
  'cobranca.md': `# Cobrança
    > Planos, faturas e pagamentos.
    ## Baixar faturas
    Cada fatura está disponível em PDF.
    ## Mudar de plano
    Melhorias valem imediatamente.
    ## Cancelar a assinatura do plano
    Os dados são apagados depois de 30 dias.`,
  'agendamentos.md': `# Agendamentos
    > Executar tarefas em horários fixos.
    ## Expressões cron
    \`0 9 * * 1-5\` começa às nove nos dias úteis.
    ## Fusos horários
    Sem indicação, vale UTC. O horário de verão é respeitado.`,
  'erros.md': `# Mensagens de erro
    > O que significam os códigos de status.
    ## Requisições demais
    \`429\`: o limite de 1.000 requisições por minuto foi ultrapassado.
    ## Arquivo grande demais
    No máximo 256 kB por tarefa.`,
  'copias.md': `# Cópias de segurança
    > Salvar e restaurar.
    ## Restauração
    Escolha um momento dos últimos 14 dias.`,
  'avisos.md': `# Notificações
    > E-mails e mensagens no Slack.
    ## Desativar notificações
    Cada uma pode ser desativada no perfil.`,
  'idioma.md': `# Idioma da interface
    A interface existe em português, inglês e espanhol.
    ## Mudar o idioma
    A configuração fica no perfil.`,
  'imagens.md': `# Imagens
    > Ícones e fotos das suas tarefas.
    ## Enviar imagens
    PNG ou JPEG, até 2 MB.`,
};

const QUESTIONS: Questions = [
  ['Como convido alguém para a minha equipe?', 'Convidar um membro'],
  ['convidar membros', 'Convidar um membro'],
  ['esqueci a senha', 'Redefinir a senha'],
  ['como faço para redefinir minha senha', 'Redefinir a senha'],
  ['redefinicao de senha', 'Redefinir a senha'],
  ['excluir usuario', 'Excluir usuários'],
  ['quais permissoes tem um leitor', 'Papéis e permissões'],
  ['criacao de conta', 'Criar uma conta'],
  ['onde eu crio uma conta?', 'Criar uma conta'],
  ['gerar chave api', 'Gerar uma chave'],
  ['minha chave foi revogada', 'Revogar uma chave'],
  ['onde baixo minhas faturas', 'Baixar faturas'],
  ['baixar fautra pdf', 'Baixar faturas'],
  ['mudança de plano', 'Mudar de plano'],
  ['quero cancelar a assinatura', 'Cancelar a assinatura do plano'],
  ['fuso horario', 'Fusos horários'],
  ['erro 429 requisicoes demais', 'Requisições demais'],
  ['restaurar uma copia de seguranca', 'Restauração'],
  ['desativar notificacao', 'Desativar notificações'],
  ['idioma da interface', 'Idioma da interface'],
  ['verificação da assinatura do webhook', 'Verificar a assinatura'],
  ['autenticacao de dois fatores', 'Autenticação em dois fatores'],
  ['instalacao do pacote', 'Instalar o pacote'],
  ['enviar uma imagem', 'Enviar imagens'],
];

await testAnswers('pt-BR', DOCS, QUESTIONS);

testForms('pt', [
  'configuração configuracao configurações configuracoes configurar',
  'usuário usuarios usuário usuários',
  'imagem imagens',
  'token tokens',
  'criar criação criacao',
  'senha senhas',
  'permissão permissoes permissões permissao',
]);
