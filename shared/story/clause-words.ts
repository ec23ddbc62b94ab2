/**
 * Words that say where clauses of a news sentence meet. English first; the common words of German, French, Spanish
 * and Russian copy. Arabic, Hebrew, Chinese and Japanese have their patterns in `clause-reports.ts`.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** Behind a comma they open a clause, however short it is. Lower case. */
export const openers =
  words(`who whose whom which where when while whereas although though because since if unless
  until after before as despite including excluding with without adding saying citing noting calling warning arguing
  insisting but yet nor so depending according
  der die das dass weil obwohl während wenn nachdem bevor da sodass aber sondern denn
  qui que dont où lorsque quand bien selon mais alors afin tandis
  quien cuyo donde cuando aunque porque mientras según pero
  который которая которое которые что чтобы если когда хотя потому но где`)

/** Open a short adverbial that belongs to what follows: "On Friday, the mayor resigned." Lower case. */
export const leadIns =
  words(`on in at by during under for from until since after before within throughout around over
  despite like unlike besides to with of about through
  however meanwhile still instead moreover also then now today yesterday earlier later overall
  am im in nach vor seit bei mit
  en le la au à dans depuis pour après avant
  el los tras desde durante`)

/** Verbs of speech in a form that takes a subject. Lower case. */
export const sayVerbs =
  words(`said says say told tells added adds asked asks wrote writes announced announces warned
  warns argued argues claimed claims insisted insists noted notes reported reports explained explains replied
  answered acknowledged admitted admits confirmed confirms denied recalled declared stressed suggested suggests
  concluded maintained maintains called predicted estimated cautioned testified alleged tweeted posted joked promised
  declined believes think thinks
  sagte sagt sagten teilte erklärte berichtete schrieb betonte
  dit déclaré affirmé indiqué expliqué annoncé
  dijo dijeron afirmó señaló explicó anunció aseguró
  сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили`)

/** Behind "said" they show that no clause of what was said follows. Lower case. */
export const notSaid =
  words(`to so no yes nothing little goodbye hello in on at by during after before with as when and
  but or was were is are be been being had has have would will could can should must might may did does do of from
  while because if it's too more for about than
  where how what who why whether which`)

/** Join items of a list. Lower case. */
export const joiners = words('and or und oder sowie et ou y e o и или &')

/** Behind a short remark between commas they go on with what stood before it. Lower case. */
export const auxiliaries = words(
  `is was are were has had have will would can could should must may might does did do`,
)

/** Subjects of a clause that follows a verb of speech at once: "said she left early". Lower case. */
export const subjects = words(`he she it they we i you there nobody everyone everybody`)
