/**
 * The way out of a mailing list, barred in one of seven languages: said to be none, to cost money or property, to take a
 * letter with one's passport, or to lead onto the next list (GDPR article 21; CAN-SPAM, 15 USC 7704(a)). Patterns meet
 * folded text: no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

/** Leaving a list, whatever it is called. */
const leaving =
  "unsubscrib\\w*|(?:answering|texting|replying|sending) stop|opt(?:ing)?[- ]?out|(?:leav(?:e|ing)|get(?:ting)? off) (?:the|our|this) (?:mailing )?list|(?:be(?:ing)?|get(?:ting)?|have yourself|want to be|come|comes|coming|struck) (?:\\w{1,20} )?(?:taken|removed|deleted|struck|crossed)? ?(?:off|from) (?:the|our|this|these) (?:\\w{1,20} )?(?:lists?|mailings?|newsletters?|e?-?mails?|distribution)|remov(?:e|al) (?:\\w{1,20} ){0,3}from (?:the|our|this) (?:\\w{1,20} )?(?:list|newsletter|mailing)|stop (?:hearing from|receiving|getting) (?:us|our|these|this|e?-?mails?|messages)|abmeld\\w*|abbestell\\w*|austrag\\w*|(?:von|aus) (?:der|dem|unserer|unserem) (?:\\w{1,20} )?(?:liste|verteiler) (?:gestrichen|genommen|entfernt|geloscht)|(?:nicht mehr|keine) (?:\\w{1,20} ){0,2}?(?:mochte\\w*|will|wollen|wunsch\\w*|erhalten|bekommen)|desabonn\\w*|desinscri\\w*|ne plus (?:recevoir|nous lire)|(?:dar(?:te|se|me|os)|date|dese) de baja|(?:tu|su|la) baja|cancelar (?:tu|su|la) suscripcion|dejar de recibir|disiscri\\w*|cancellar(?:ti|si|la|vi)|non (?:ricevere|volere) piu|cancelar (?:a )?(?:sua |tua )?(?:subscricao|inscricao)|descadastr\\w*|sair da (?:nossa )?lista|deixar de receber|afmeld\\w*|uitschrijv\\w*|geen (?:\\w{1,20} )?(?:mails?|berichten|nieuwsbrief) meer"
/** What is left there; clubs, courses and contracts have rules of their own. */
const list =
  "(?:un)?subscribe requests?|requests?|newsletters?|(?:e-?)?mails?|mailings?|messages?|texts?|texting|sms|list|footer|hearing from us|nachrichten?|verteiler|liste|footer|fichiers?|lettre d'information|infolettre|mensajes?|boletin\\w*|correos?|lista|messaggi|notiziario|mensagens|emails?|nieuwsbrief|berichten|lijst|link\\w*|lien"
const free =
  "\\b(?:nothing|free(?: of charge)?|no (?:cost|fee|charge)|without (?:a |any )?(?:fee|charge|cost)|never|not cost|n't cost|kostenlos\\w*|kostenfrei|gebuhrenfrei|nichts|jederzeit|ohne (?:kosten|gebuhr\\w*)|gratuit\\w*|sans frais|rien|gratis|sin (?:coste|gastos)|nada|gratuit[oa]s?|senza (?:costi|spese)|niente|nulla|sem (?:custos?|taxas?)|kosteloos|niets|zonder kosten|standard (?:rates|message))\\b"

const vain =
  "(?:does|do|will do|changes?|achieves?|has|have) (?:absolutely )?(?:nothing|no effect)|(?:is|are|will be) (?:simply )?ignored|you (?:will )?stay on it|(?:there is|we offer|has) no way (?:out|off)|for (?:ever|life)|konnen (?:sie|wir)(?: [^ .!?]{1,20}){0,5} nicht(?=[.!]|$)|kommt (?:nicht mehr|nie|nie mehr) (?:he)?raus|bringt (?:dir |ihnen )?nichts|(?:ist|sind) (?:leider )?nicht (?:moglich|vorgesehen)|unmoglich|wird ignoriert|bleib(?:en|st|t) (?:sie |du )?(?:trotzdem |dennoch )?(?:auf|in) (?:der|unserer|dem|unserem)|(?:ne sert|ne change) a? ?rien|(?:n'est|est) pas possible|impossible|vous (?:y )?rester\\w*|no sirve de nada|no es posible|imposible|seguir\\w+ recibiendo|non serve a (?:nulla|niente)|non e possibile|impossibile|(?:continuera|rester)\\w* a riceverl\\w+|nao (?:adianta|serve de nada|e possivel|funciona)|impossivel|continuara a receber\\w*|heeft geen (?:zin|effect)|(?:is|kan) niet(?: mogelijk)?|onmogelijk|blijf\\w* (?:je |u )?(?:erop|op de lijst)"
const fee =
  "(?:processing|handling|admin(?:istration|istrative)?|cancellation|exit|leaving) (?:fee|charge)|(?:bearbeitungs|abmelde|verwaltungs|austritts)gebuhr\\w*|frais de (?:dossier|traitement|gestion|desinscription|desabonnement)|gastos de (?:gestion|tramitacion|baja)|(?:tasa|tarifa|cuota) de (?:gestion|baja|tramitacion)|spese di (?:gestione|pratica|cancellazione)|(?:costo|commissione) di (?:gestione|cancellazione)|taxa de (?:processamento|cancelamento|saida|gestao)|(?:administratie|afmeld|verwerkings|behandel)kosten|(?:costs?|charged?|addebit\\w*|berechnen wir|facturons|cobra(?:mos|remos)|rekenen wij|pay(?:s|ing)?|kostet|zahlt|zahlen sie|zahlst du|coute|payez|cuesta|pagas|paga|costa|paghi|custa|kost|betaal(?:t|je)?)(?: \\w{1,20}){0,3} (?:[$€£] ?\\d[\\d.,]*|\\d[\\d.,]* ?(?:[$€£]|euros?|dollars?|pounds?|reais))"
const burden =
  "(?:certified|registered|notari[sz]ed|signed|handwritten|written(?: and signed)?) (?:letter|mail|post|request|form|declaration)|with your signature|(?:letters?|requests?|forms?|notice) (?:\\w{1,20} )?(?:by|in the|through the|via) (?:post|mail|fax|courier)(?! ?-?(?:box|al))|(?:must|have to|need to|only|can only|please)(?: [^ .!?]{1,24}){0,4}? (?:in writing|by (?:post|fax|courier|letter)|in person|(?:log|sign) in (?:to|with)|create an account|open an account|(?:fill in|fill out|answer|complete) (?:an? |our |the )?(?:\\w{1,20}[- ]){0,2}(?:survey|questionnaire)|(?:phone|call|ring) (?:us|our|the)|(?:give|tell|send) us your (?:phone|date of birth|birth ?date|passport|id\\b|reasons?|home address))|(?:copy|scan) of (?:your|a) (?:passport|id)|by (?:fax|post) only|(?:each|every|next) (?:december|january|year)|(?:half a|a full|one) year|(?:six|twelve|\\d{1,2}) months|einschreiben|(?:unterschriebene[nrs]?|handschriftliche[nrs]?|eigenhandig\\w*) (?:\\w{1,20} )?(?:brief|antrag|formular|schreiben|erklarung)|(?:nur|ausschliesslich|bitte) (?:schriftlich|per (?:post|brief)|personlich)|(?:kopie|foto) (?:ihres|deines|des) (?:ausweis\\w*|passes|personalausweis\\w*)|per fax|halbes jahr|sechs monate|(?:lettre|courrier) recommande\\w*|(?:lettre|demande|courrier) (?:manuscrite?|signee?)|uniquement par (?:courrier|lettre|telephone)|copie de (?:votre|ta) (?:piece|carte|passeport)|six mois|(?:carta (?:certificada|firmada|manuscrita)|burofax)|(?:solo|unicamente) (?:por (?:carta|correo postal|escrito|fax)|en persona)|copia de (?:tu|su) (?:dni|pasaporte)|seis meses|raccomandata|copia del (?:suo |tuo )?(?:documento|passaporto)|sei mesi|carta registada|copia do (?:seu )?(?:documento|passaporte|rg)|aangetekende?|kopie van (?:je|uw) (?:paspoort|id\\w*)|half jaar|zes maanden"
const taken =
  "(?:you )?(?:lose|forfeit)|we (?:keep|take|cancel|delete)|(?:verlier\\w*|verfall\\w*|verfallt|streichen wir|behalten wir|stornieren wir)|(?:vous perd\\w*|tu perds|nous (?:gardons|annulons|conservons))|(?:pierdes|pierde|perderas|perdera|(?:te|le) quitamos|nos quedamos)|(?:perdi|perde|perderai|perdera|(?:ti|le) togliamo|tratteniamo|annulliamo)|(?:perdes?|perdera|retiramos|ficamos com|cancelamos)|(?:verlies\\w*|vervall\\w*|vervalt|houden wij|annuleren we)"
const owned =
  "(?:balance|credit|money|order|deposit)s?|guthaben|bestellung(?:en)?|geld|anzahlung|solde|commandes?|argent|acompte|saldo|pedidos?|dinero|ordin[ei]|denaro|encomendas?|dinheiro|tegoed|bestelling(?:en)?|aanbetaling"
const trick =
  "(?:only |just |merely |simply )(?:tells us|confirms?|proves|shows us)(?: \\w{1,20}){0,4}|(?:nur|lediglich) (?:bestatigen|bestatigst|teilen)|vous confirme[zr]? simplement|(?:ne fait|sert) (?:que|qu'a) confirmer|(?:solo|solamente|unicamente) (?:confirmas?|nos confirma|sirve)|(?:conferma|confermi|confermate) (?:solo|soltanto|semplicemente)|apenas confirma\\w*|bevestig\\w* (?:je |u )?(?:alleen|slechts)"
const onward =
  "(?:join|added to|signs? you up (?:for|to)|puts? you on|passed (?:on )?to)(?: [^ .!?]{1,24}){0,5}? (?:partners?'?|lists?|sponsors)|rejoign\\w+(?: [^ .!?]{1,24}){0,5}? (?:partenaires|fichiers|listes)|(?:landen|kommen) sie(?: [^ .!?]{1,24}){0,5}? (?:partnern?|listen?|verteilern?)|(?:te|le) (?:apuntas|inscrib\\w+|anad\\w+)(?: [^ .!?]{1,24}){0,5}? (?:socios|colaboradores|listas)|(?:ti|si) (?:iscriv\\w+|aggiung\\w+)(?: [^ .!?]{1,24}){0,5}? (?:partner|liste)|(?:entra|inscreve-se|passa)(?: [^ .!?]{1,24}){0,5}? (?:parceiros|listas)|(?:kom|komt|beland)\\w*(?: [^ .!?]{1,24}){0,5}? (?:partners|lijsten)"
const asked = "\\b(?:confirm(?:ation)? (?:mail|link)|two clicks|one click|ein klick|un clic|een klik|um clique)\\b"
/** Who likes to call may do so as well. */
const orAtOnce =
  "\\bor (?:just |simply )?(?:click|reply|tap|use the link)|(?:click|tap|reply|link below)[^.!?]{0,40} or (?:call|phone|ring|write|send)"

type Barred = "takes away the way out"

export const waysOut: ReadonlyArray<Meaning<Barred>> = [
  meaning(
    "takes away the way out",
    2,
    [leaving, vain, list],
    `${asked}|kurs\\w*|course|event|veranstaltung|evento|evenement`
  ),
  meaning("takes away the way out", 2, [leaving, fee, list], free),
  meaning(
    "takes away the way out",
    1,
    [leaving, burden, list],
    `${free}|${orAtOnce}|(?:last|past|in) (?:the )?(?:six|twelve|\\d+) months|kurs\\w*|contract|vertrag|contrat`
  ),
  meaning(
    "takes away the way out",
    2,
    [leaving, taken, owned],
    `${free}|kurs\\w*|\\bnot\\b|n't|\\b(?:nicht|pas|non|nao|niet|keine?)\\b`
  ),
  meaning("takes away the way out", 2, [
    leaving,
    trick,
    "reading|adres+e?|address|there|active|aktiv|direccion|indirizzo|endereco|adres|mailbox"
  ]),
  meaning(
    "takes away the way out",
    2,
    [leaving, onward],
    "\\b(?:never|not|nie|nicht|jamais|nunca|mai|nooit|niet)\\b|n't"
  ),
  meaning(
    "takes away the way out",
    2,
    [
      `(?:we|requests?|all|they)(?: \\w{1,20}){0,5} (?:ignored?|disregard(?:ed)?|bin(?:ned)?|refused?|rejected?|throw(?:n)? away|trash(?:ed)?)\\b(?! no\\b)|no (?:leaving|escaping|escape from|getting off|getting out of) (?:it|this list|the list|our list)`,
      leaving,
      "requests?|list|address|inbox"
    ],
    "\\b(?:never|not|nobody|no longer)\\b|n't"
  ),
  meaning("takes away the way out", 1, [
    "(?:once|wer|une fois|una vez|una volta|uma vez|eenmaal)\\b",
    "on (?:it|the list|our list)|auf (?:der|unserer) liste|inscrite?s? (?:sur|a)|en (?:la|nuestra) lista|(?:nella|sulla) (?:nostra )?lista|na (?:nossa )?lista|op de lijst",
    "you stay on it|there is no way back|bleibt (?:darauf|drauf|dabei)|vous y restez|te quedas|(?:ci|vi) resta|fica para sempre|blijf je (?:erop|staan)"
  ])
]
