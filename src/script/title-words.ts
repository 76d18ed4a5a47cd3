/** A capitalised English word in → whether it is an ordinary one, as titles and names of bodies are full of, or a name. */

/** Endings that names of people and places hardly have. */
const ENDINGS =
  /(?:[st]ions?|ments?|it(?:y|ies)|i(?:cal|cs|fic|sms?)|olog(?:y|ies|ist|ists)|graphy|onomy|[ai]bles?|tives?|[ae]nc(?:es?|y|ies)|i[sz](?:ed|ing|ation)|ness|ships?|onal|ously?|culture|ologies)$/;

/** What other words of titles, institutions and reports begin with. */
const STEMS = new Set(
  `
  abroad academ accelerat accept access account achiev across action activ actual additional address adjust administ
  adopt advanc advis affair afford afternoon agenc agenda agree agricultur airport algorithm allianc allocat
  almost already although alumni always amend amount analog analys analyt anniversar annual another answer apparatus
  appeal appl appoint approach approv architect archiv around arrang article artificial aspect assembl assess asset
  assist associat assum atmospher attach attack attempt attend attract august authoriz authorit automat automobil autonom
  autumn availab aviation award balanc bamboo banker banking barrier basic batter because become before begin behavior
  behaviour behind benchmark benefi better between beyond bilateral billion biolog biomedic biotech bottleneck boundar
  branch breakthrough bridge bridging bring broad budget build bulletin bureau business cabinet calculat campaign campus
  cancer candidat capabl capac capital captur carbon career carrier catalog catalys categor center central centre
  centur certain certif chain chair challeng champion chancellor change changing channel chapter character charge charging
  charter chemi children choice chronic circuit circula citizen civil class clean climate clinic closed closer closing
  cloud cluster coal coast coding cognit cohort collabor collect colleg column combin comment commerc commiss commit
  commod common communi compan compar compet compil complet complex complian component compos comprehens comput concept
  concern conclu condition confer configur conflict congress connect conserv consider consol consort constitut construct
  consult consum contact contain contempor content contest context continent continu contract contrast contribut control
  conven convers cooperat coordinat copyright corpor correct corridor cosmic council counsel counter country countries
  county coupl course courts cover craft creat credit cris criteri critic cross cultiv cultur curren curricul customer customs
  cyber database debate decade decarbon decision declar decoupl deepen defenc defens degree delegat deliver demand democra
  demonstrat depart depend deploy depth deputy design detect develop device diagnos dialog differ digit diplom direct
  disaster disclos discover discuss disease display distribut district diver divid division doctor document domain domestic
  donor double downstream draft driven driver driving drought dynam earlier earthquake eastern ecolog econom ecosystem edit
  educat effect effici effort either elder electr element eleven embass embod emerg emission emper emphas empir employ empower
  enabl encourag energy enforce engag engin enhanc enlarg enrich enroll ensur enter entire entrepreneur entry environ epidem
  equal equip equit establish estimat ethic evaluat evening evidenc evolution examin example excell except exchang execut
  exhibit expan expect expedit expend experi expert expla explor export expos extend extens extern extra extreme fabric facing
  factor faculty famil farmer farming faster father feasib feature federa fellow fertil festival fiber fibre field fifteen
  figure filing final financ finding firm first fiscal fission fisher flagship flexib flight floating focus follow forecast
  foreign forest format former formul fortune forum forward foster foundation founder fourth framework freedom freight frontier
  frontline fulfil function fundament funding further fusion future galler gather general generat genetic genom geograph
  geolog giant global goods govern gradua grain grammar graph gravit great greenhouse ground group growing growth guarant
  guidanc guideline guiding habitat handbook handling harbor harbour hardware harmon harness having hazard headquarter health
  hearing heritage hidden higher highland highlight highway histor holding holistic horizon hospital hosted housing however
  human hundred hybrid hydro hypersonic identi illumin image imaging immun impact imper implement implic import improv
  inaugural incentiv inclu income increas incubat independ index indicat indigenous individual indoor industr inequal
  inform infra inher initial initiat injur inland innovat input inquir inside insight inspect inspir instead institute
  institution institutes instruct instrument insur integrat intellect intelligen intens interact interest interface interim
  interior intermedi internal internation internet interpret interval intervent interview introduc invent invest invit island
  issue itself janitor joint journal journey judic junior justice keynote kindergarten knowledge label labor labour land
  language large laser latest launch lawyer layout leader leading league learn lecture legacy legal legislat lending lessons
  letter level liberal librar licens lifelong light limit linear linkage liquid listed listing literac litera lithium litho
  living local locat logistic looking lower lunar machin magaz magnet mainland mainstream maintain major making malign manag
  mandat manual manufactur mapping marin maritime market master material mathemat matter mature maxim mayor measur mechan
  media medic medium meeting member memor mental merchant merger metal method metropol micro middle migra milit million mineral
  minimal mining minist minor mission mitigat mobil model modern modif modul molecul moment monetar monitor month mother
  motor mountain movement multi municip museum mutual nation natur naval nearly network neural neuro neutral never nineteen
  nitrogen nobel northeast northern northwest notice novel nuclear number numer nurs nutri object oblig observ obstacle occupa
  ocean offer office offic offshore online onshore opening operat opinion opportun optic optim option orbit order ordin organ
  orient origin other outcome outdoor outlook output outside overall overcom overseas oversight overview owner oxygen package
  panel pandemic paper paradigm parallel parent park parliament partial particip particle partner party passenger passing
  patent path patient pattern payment peace people percent perform period perman permit person perspect petrol pharma phase
  phenomen philosoph photo physic pilot pioneer pipeline placing plan planet plant plasma plastic platform please plenary
  policy policing politic pollut polymer popul portal portfolio portrait position possib postdoc postgrad potential
  poverty power practi precious precis prefectur prelim premier prepar present preserv presid press prevent preview price pricing
  primary prime princip print prior private privile prize probab problem proce procur produc product profess profil
  program progress project promis promot proof property properties propos prospect prosper protect protein protocol prototyp
  provid provinc public publish purchas purpose pursu quality quantit quantum quarter question quick radar radio railway random
  rapid rare ratio reaction reactor readi ready realis realiz reason rebuild receiv recent recogn recommend record recover
  recruit recycl reduc refer refin reform refuge regim region regist regula reinforc reject relat releas reliab relig remark
  remot renew repair report repres republic request requir rescue research reserv resid resil resist resolu resourc respect
  respon restor restrict result retail retir return reveal revenue review reviv revolut reward rights river robot rotating
  rural safe sample sanction satell saving scal scarc scenar schedul scheme scholar school scienc scient scope screen
  seabed search season second secret section sector secure securit seed seek seismic select semicond seminar senate
  senior sensing sensor separat sequen series service session settle seven several shanty shaping share sharing sheet shelter
  ship shortage should showcase signal significan silicon similar simpl simul since single situat sixteen skill small smart
  social societ software soil solar solid solution source southeast southern southwest sovereign space spatial speaker speaking
  special species specif spectr speech speed sphere spirit sponsor sport spring square stabil stable staff stage stakeholder
  standard starting startup state station statist status statut steel steering storage storing storm strait strateg stream
  street strength strengthen stress strict striv strong structur student studies studio study subject submarine submit subsid
  substan substitut success suggest summar summer summit super supplement supplie supply support supreme surface surg surplus
  surve sustain switch symbol symposium synth system tackl taking talent target tariff taskforce teach techn telecom telescope
  temper temporary tender term terrestrial territor testbed testing textile theatre theater themat theor therap therefore thermal
  these thinking third thirt thorough those thought thousand thread threat three threshold through throughput tissue together
  tools topic topolog toward tower trade trading tradition traffic train trans travel treasur treat treaty trend trial triple
  tropic trust turning twelve twenty twin typical ultra under unified uniform union unique unit univers unlock unmanned update
  upgrad upper uptake urban urgent usage useful using utiliz vaccin validat valley valu variab variant variet various vehicle
  ventur verif version vertical veteran viable vibran vice video village violen virtual virus vision visit visual vocation
  voice volume volunt wafer walking warming warning waste water weapon weather website weekly welfare wellbeing western what
  where which while whole wildlife wind window winter wireless wisdom within without woman women wood work world would write
  writing written yield young youth zero zoning
  `
    .trim()
    .split(/\s+/),
);

const [SHORTEST, LONGEST] = [4, 13];

/** @param lower A word of six letters at least, its capital made small. */
export function isTitleWord(lower: string): boolean {
  if (ENDINGS.test(lower)) return true;
  for (let end = SHORTEST; end <= Math.min(LONGEST, lower.length); end++)
    if (STEMS.has(lower.slice(0, end))) return true;
  return false;
}
