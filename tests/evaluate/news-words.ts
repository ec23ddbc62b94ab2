/** Words of the made stories. Real English, as news uses it; people, places and bodies are invented. */
const list = (words: string): readonly string[] => words.trim().split(/\s+/)
const phrases = (lines: string): readonly string[] =>
  lines
    .trim()
    .split('|')
    .map((phrase) => phrase.trim())

export const nouns = list(`
  budget council harbour tunnel bridge pump engineer contract tender inspection permit delay flood river storm
  repair crew shift union strike wage pension tax levy subsidy loan debt deficit surplus rate index market share
  price harvest grain wheat orchard vineyard fishery trawler ferry port dock warehouse depot factory plant mill
  foundry refinery pipeline reservoir dam turbine grid outage substation cable panel battery charger engine
  carriage platform timetable ticket fare passenger driver cyclist motorist junction roundabout lane kerb
  pavement crossing signal camera fine appeal hearing verdict sentence trial jury witness defendant lawyer
  prosecutor judge ruling statute clause amendment bill draft motion vote ballot turnout seat coalition caucus
  mandate campaign pledge speech debate interview statement briefing leak memo audit report finding survey poll
  sample margin forecast estimate figure target threshold quota limit ban waiver exemption licence charter treaty
  accord ceasefire border checkpoint convoy refugee shelter camp clinic ward surgeon nurse patient vaccine dose
  outbreak symptom test laboratory sample scientist study paper journal grant campus lecture pupil teacher
  classroom exam grade curriculum library archive museum gallery sculpture exhibit ticket concert orchestra
  choir festival stage playwright novel publisher editor columnist broadcaster studio channel viewer listener
  app server outage breach password firewall developer startup investor founder shareholder dividend merger
  takeover bid auction lease tenant landlord rent mortgage eviction terrace estate plot planner architect
  scaffold roof chimney boiler heating drought rainfall glacier forest ranger wildfire smoke habitat wolf heron
  beaver wetland marsh estuary beach dune cliff lighthouse rescue lifeboat helicopter pilot runway airline
  regulator watchdog ombudsman tribunal inquiry commission committee panel chair deputy spokesman secretary
  treasurer mayor minister envoy ambassador senator governor sheriff constable detective suspect burglary fraud
  theft arson assault bail custody parole prison inmate guard uniform badge medal veteran memorial anniversary
  coach striker keeper referee penalty fixture league stadium supporter season injury transfer relegation final`)

export const verbs = list(`
  approved rejected delayed postponed cancelled announced confirmed denied disputed criticised praised welcomed
  opposed backed blocked vetoed signed ratified amended drafted published withdrew leaked revised cut raised
  doubled halved froze capped trimmed restored funded bought sold leased auctioned closed reopened flooded
  evacuated searched inspected repaired replaced rebuilt demolished extended widened narrowed cleared blamed
  sued charged acquitted convicted fined jailed released questioned interviewed warned urged asked told advised
  briefed persuaded pressed challenged examined studied measured counted surveyed sampled tested monitored
  tracked recorded filmed photographed described recalled compared linked traced exposed uncovered concealed
  ignored overlooked missed exceeded met missed topped trailed defeated outscored signed dropped promoted
  appointed dismissed suspended reinstated hired recruited trained promoted trusted doubted feared expected
  demanded offered promised supplied delivered shipped imported exported taxed audited licensed banned
  restricted relaxed tightened enforced breached violated honoured celebrated mourned commemorated opened`)

export const adjectives = list(`
  annual quarterly monthly early late temporary permanent partial total public private local regional national
  foreign federal municipal rural urban coastal northern southern eastern western central former acting interim
  senior junior chief deputy independent joint formal informal draft final preliminary initial second third
  emergency routine urgent critical minor major severe mild heavy light steep gradual sharp modest record
  average typical unusual rare common frequent sudden steady fragile robust sound unsafe faulty defective
  damaged unfinished outdated modern historic listed derelict vacant crowded remote busy quiet narrow wide deep
  shallow dry wet frozen warm cold hot clean polluted toxic harmless costly cheap affordable generous unfair
  fair lawful unlawful secret open disputed contested popular unpopular cautious bold hopeful gloomy weary angry
  anxious calm proud careful reckless skilled veteran young elderly retired local self-employed part-time
  long-awaited short-lived cross-border state-owned family-run`)

export const adverbs = list(`
  quickly slowly narrowly broadly largely partly wholly formally informally quietly publicly privately repeatedly
  briefly finally initially eventually recently already nearly barely hardly sharply gradually steadily suddenly
  unexpectedly reportedly allegedly unanimously reluctantly carefully jointly separately temporarily
  permanently substantially`)

export const reporting = list('said added argued explained insisted conceded noted stressed claimed replied')

export const bodies =
  phrases(`the ministry|the city council|the port authority|the transport department|the court|
  the police|the central bank|the water company|the health board|the school board|the rail operator|the union|
  the opposition|the government|the electoral commission|the fire service|the coastguard|the weather office|
  the university|the hospital|the regulator|the auditor|the prosecutor’s office|the planning committee|
  the statistics office|the energy agency|the housing association|the farmers’ federation`)

/** Said again and again in any newspaper: what a quote alone can't tell apart. */
export const boilerplate = phrases(`the ministry said|according to police|a spokesman said|officials said on|
  did not respond to a request for comment|declined to comment|according to people familiar with the matter|
  said in a statement|the report said|at the end of the year|compared with a year earlier|in the past week|
  for the first time since|as part of the plan|is expected to take effect|under the terms of the deal|
  told reporters|on condition of anonymity|one of the most|as well as|a number of|at least|more than`)

export const openings = phrases(`However,|Meanwhile,|Earlier,|By contrast,|In addition,|Even so,|At the time,|
  On Monday,|On Tuesday,|On Wednesday,|On Thursday,|On Friday,|Last week,|Last month,|In a statement,|
  Under the plan,|For now,|Since then,`)

export const links = list('after before while because although since as when unless until')
export const prepositions = list(
  'of for in on near from under over with without against between across behind',
)
export const determiners = list('the the the the a a its their this that every another no some')
export const units = phrases(
  'percent|million|billion|tonnes|metres|kilometres|litres|homes|jobs|people|seats|euros',
)
export const days = list('Monday Tuesday Wednesday Thursday Friday Saturday Sunday')
export const months = list(
  'January February March April May June July August September October November December',
)

export const firstNames = list(`
  Ada Bram Clara Dario Edith Farid Greta Hamid Ines Jonas Kamila Leon Mara Nadim Olga Pavel Rosa Samir Tilda
  Umar Vera Wim Yara Zeno Aoife Björn Chloé Dönay Ewa Fátima Göran Hélène Ilse José Kārlis Lucía Moïra Noël
  Søren Zoë`)
const surnameHeads = list(
  'Ash Bel Cor Dun Elm Far Gar Hal Ire Kel Lan Mor Nor Os Pen Quil Ros Sel Tam Ul Ver Wes Yar',
)
const surnameTails = list(
  'by croft dale den field ford gate grave ham holt land ley man mere more ridge row son ton worth',
)
const placeHeads = list(
  'Brack Cald Drift Ember Fen Glim Hollow Iron Kings Lark Mill North Otter Pine Raven Salt Thorn',
)
const placeTails = list(
  'bridge burgh combe cross fleet haven hurst mouth port quay stead stoke thwaite wick wold',
)

const joined = (heads: readonly string[], tails: readonly string[]): readonly string[] =>
  heads.flatMap((head) => tails.map((tail) => head + tail))

export const surnames = joined(surnameHeads, surnameTails)
export const places = joined(placeHeads, placeTails)
