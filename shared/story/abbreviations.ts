/**
 * Words with a full stop that often does not end a sentence, by what has to follow for the sentence to go on.
 * English first, as wire copy abbreviates it, with the common German, French and Spanish forms.
 */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Always followed by a name. Only with a capital: "Gen.", not "gen.". */
export const titles =
  words(`Mr Mrs Ms Mx Dr Drs Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Capt Cpt Maj Sgt Cpl
  Pvt Cmdr Cdr Adm Brig Rev Hon Pres Supt Det Insp Amb Atty Messrs Mme Mlle Fr Hr Frl Sra Dra Ing Mt Ft Ste Mgr`)

/** Never the last word of a sentence. */
export const connectors = words('e.g eg i.e ie vs v cf viz bzw z.b d.h p.ej sig dott')

/** Followed by a number: "No. 10", "p. 5", "c. 1900", "5 ft. 2 in." */
export const counters = words(
  'no nos nr p pp vol vols fig figs art sec ch para paras op ca c approx tel ft lb lbs',
)

/** Followed by a number when abbreviated inside a date: "Nov. 20". With a capital. */
export const dates = words(`Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun`)

/** Stand behind a name or at the end of an address; may end a sentence as well. With a capital. */
export const afterNames = words(`Inc Ltd Co Corp Bros Jr Sr Esq St Ave Blvd Rd Dept Univ Assn Bldg Cie Hwy Rte
  Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa
  Tenn Tex Va Vt Wash Wis Wyo`)

/** What may follow "5 a.m." within the sentence. */
export const timeWords =
  words(`Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March
  April May June July August September October November December Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun Jan
  Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec GMT UTC EST EDT CST CDT MST MDT PST PDT ET CT PT BST CET CEST ICT
  Eastern Central Pacific Mountain Greenwich`)

/** Months after a German or Scandinavian ordinal: "20. November". */
export const ordinalMonths = words(`Januar Jänner Februar März April Mai Juni Juli August September Oktober
  November Dezember`)

/** Words that seldom are part of a name, so a full stop before them ends the sentence even after "U.S." */
export const openers =
  words(`the a an he she it they we i you his her its their our my your this that these those
  there here but and or so nor yet in on at by for from with without as if when while after before since then now
  today yesterday meanwhile however also some many most all both no not what who whose which how why where whether
  officials police residents according last earlier later still although though because despite during under
  until among nobody nothing everybody everyone somebody someone one two three more only even just about over once instead`)

/** Verbs of speech that may follow a quoted question: “Are we safe?” Doe asked. */
export const speech =
  words(`said says say asked asks told added adds wrote writes replied answered shouted cried
  called demanded wondered exclaimed whispered tweeted posted joked`)
