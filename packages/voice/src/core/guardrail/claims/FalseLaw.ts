/**
 * Law that does not exist, in seven languages: contracts made by opening a letter, complaints that are crimes, rights that
 * are said not to hold, duties to buy (Directive 2005/29/EC, annex I no. 10 and article 6(1)(g)). Patterns meet folded text:
 * no accents, and ss for the German sharp s.
 */
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const not = "\\b(?:not|never|nicht|nie|pas|jamais|nunca|jamas|mai|nao|niet|nooit|no se|non si)\\b|n't"
const told =
  "\\b(?:myth|novel|film|series|escape|museum|theat(?:re|er)|podcast|lawyers?|anwalt\\w*|avocate?s?|abogad[oa]s?|avvocat[oi]|advogad[oa]s?|advocaat)\\b"

const opening =
  "(?:by|in|simply by|just by) (?:opening|reading|receiving)|(?:mit dem|durch das|durch) (?:offnen|lesen)|wer(?: \\w{1,20}){0,4} (?:liest|offnet)|whoever (?:reads|opens)|quiconque (?:lit|ouvre)|quien (?:lea|lee|abra|abre)|chi (?:legge|apre)|quem (?:le|ler|abre|abrir)|wie(?: \\w{1,20}){0,4} (?:leest|opent)|en (?:ouvrant|lisant|recevant)|al (?:abrir|leer|recibir)|(?:aprendo|leggendo|ricevendo)|ao (?:abrir|ler|receber)|door (?:het )?(?:openen|lezen)(?: van)?"
const letter =
  "messages?|e-?mails?|mails?|letters?|nachricht|schreiben|courriel|mensaje|correo|messaggio|mensagem|bericht|brief"
const bound =
  "accept\\w*|agreed?|consent\\w*|contract|subscription|plan|zugestimmt|stimmen sie|angenommen|abgeschlossen|vertrag|abo|contrat|abonnement|acept\\w*|contrato|suscripcion|accett\\w*|contratto|abbonamento|aceit\\w*|subscricao|assinatura|geaccepteerd|akkoord"

const criticism =
  "reviews?|ratings?|complain\\w*|criticis\\w*|bewertung\\w*|rezension\\w*|beschwer\\w*|kritik|avis|critiques?|plaint\\w*|se plaindre|resenas?|opiniones|quej\\w+|reclam\\w+|recension\\w+|critich\\w*|lament\\w+|avaliac\\w+|criticas?|beoordeling\\w*|recensies?|klacht\\w*|klagen|geklaagd"
const crime =
  "(?:criminal(?:ly)?(?: offen[cs]e)?|a crime|illegal|unlawful|prison|jail|prosecut\\w*|arrest\\w*)|verboten|bestraft|haft|strafbar\\w*|straftat\\w*|gefangnis|un delit|delit|illega(?:l|ux|le)|poursuivi\\w*|delito|carcel|ilegal\\w*|reato|carcere|denunciat\\w+|criminalmente|pres[oa]|prisao|strafbaar|misdrijf|gevangenis\\w*|verboden"
const publicly =
  "posting|publish\\w*|writ(?:e|es|ing)|leav(?:e|es|ing)|publicly|online|law|act\\b|offentlich|schreib\\w*|gesetz\\w*|publi\\w+|loi|ley|legge|lei|wet|codigo|wettelijk|defam\\w+|diffam\\w+|difam\\w+|verleumd\\w+|laster"
const invented = "\\b(?:fake|bought|gefalscht\\w*|gekauft\\w*|faux|fausses?|fals[aoei]s?|false|nep\\w*|paid)\\b"

const right =
  "(?:right of )?withdrawal|cooling[- ]off|(?:right to )?(?:return|refund)s?|warranty|guarantee|defective|bedenktijd|herroeping\\w*|garantie\\w*|widerruf\\w*|gewahrleistung\\w*|ruckgabe\\w*|retractation|retours?|rembours\\w*|desistimiento|garantias?|devol\\w+|recesso|ripensamento|garanzia|resi|reso|arrependimento|retour\\w*|(?:devolver|devolucao)"
const law =
  "laws?|consumer (?:rules|rights|code|protection|act)|legally|gesetz\\w*|verbraucherrecht\\w*|bgb|loi|code de la consommation|droit (?:europeen|francais)|ley|codigo|normativa|legge|codice|lei|wet\\w*|consumentenregels|consumentenrecht|europese"
const denied =
  "(?:does not|do not|doesn't|don't) apply|gives you no|no way back|forbids?|prohibits?|(?:gelten?|gilt)(?: [^ .!?]{1,20}){0,5} nicht|geldt(?: [^ .!?]{1,20}){0,3} niet|niet van toepassing|verbietet|verbiedt|untersagt|ne s'appliqu\\w+ pas|interdit|no se aplic\\w+|prohibe|non si applic\\w+|vieta|nao se aplic\\w+|proibe|kein recht|there is no right|you have no right|aucun droit|ningun derecho|nessun diritto|nenhum direito|geen recht"
/** Goods for which there is none indeed (Directive 2011/83/EU, article 16). */
const exempt =
  "\\b(?:personali[sz]ed|custom\\w*|made[- ]to[- ](?:measure|order)|massgefertigt\\w*|massangefertigt\\w*|hygien\\w*|sealed|versiegel\\w*|perishable|fresh|verderblich\\w*|tickets?|karten|events?|downloads?|digital\\w*|sur mesure|personnalis\\w+|perissable\\w*|a medida|personalizad\\w+|perecedero\\w*|su misura|personalizzat\\w+|deperibil\\w+|por medida|pereciveis|maatwerk|op maat|bederfelijk\\w*|business customers|unternehmer\\w*|gewerb\\w*|professionnels)\\b"
const fault =
  "(?:legally|by law|gesetzlich|rechtlich|legalement|legalmente|per legge|por ley|por lei|wettelijk)(?: [^ .!?]{1,20}){0,4}? (?:your (?:own )?fault|eigene schuld|eigen schuld|uw schuld|votre faute|culpa (?:suya|tuya|sua|tua)|su culpa|tu culpa|colpa (?:sua|tua)|sua culpa)"

const duty =
  "(?:law|gesetz|verordnung|loi|decret|ley|decreto|legge|lei|wet)(?: [^ .!?]{1,20}){0,5}? (?:obliges?|requires?|forces?|verpflichtet|zwingt|oblige|impose|obliga|obbliga|impone|obriga|verplicht)"
const buying =
  "buy|purchase|order|kauf\\w*|erwerb\\w*|bestell\\w*|achet\\w*|acqueri\\w*|command\\w*|compr\\w+|adquiri\\w*|acquist\\w*|kop\\w*|koopt|schaf\\w*|bestel\\w*"
const alone =
  "(?:not|n't|only|exclusively)(?: [^ .!?]{1,20}){0,5}? from us|(?:nicht|nur|ausschliesslich) bei uns|(?:pas|que|uniquement|exclusivement) (?:chez|aupres de) nous|(?:no|solo)(?: [^ .!?]{1,20}){0,4}? (?:a|con|en) nosotros|(?:non|solo|soltanto)(?: [^ .!?]{1,20}){0,4}? da noi|(?:nao|so|apenas)(?: [^ .!?]{1,20}){0,4}? (?:connosco|conosco|a nos)|(?:niet|alleen)(?: [^ .!?]{1,20}){0,3}? bij ons|(?:cannot|can't|may not|must not) refuse|nicht (?:ablehnen|verweigern)|ne pouvez pas refuser|no puede[ns]? (?:negarse|rechazar\\w*)|non (?:puo|puoi|potete) rifiutar\\w*|nao pode recusar|niet weigeren"

const mayNot =
  "(?:may|can|must) not (?:return|complain|exchange)|(?:cannot|can't) (?:return|complain|exchange)|(?:durfen|konnen)(?: \\w{1,20}){0,5} nicht (?:zuruckgeben|umtauschen|reklamieren)|n'(?:avez|as) pas le droit de (?:rendre|retourner|reclamer)|no (?:puede|puedes|tiene derecho a) (?:devolver|reclamar)|non (?:puo|puoi|ha diritto a) (?:restituire|reclamare)|nao pode(?:s)? (?:devolver|reclamar)|(?:mag|mogen|kunt)(?: \\w{1,20}){0,5} niet (?:terugsturen|ruilen|retourneren)"
const lawful =
  "by law|legally|under (?:the|consumer) law|nach (?:deutschem|geltendem|europaischem) recht|laut gesetz|gesetzlich|selon la loi|legalement|por ley|segun la ley|per legge|secondo la legge|por lei|segundo a lei|volgens de wet|wettelijk"

type Pretended = "pretends a law"

export const falseLaw: ReadonlyArray<Meaning<Pretended>> = [
  meaning("pretends a law", 1, [opening, bound, letter], `${not}|cookies?`),
  meaning(
    "pretends a law",
    2,
    [
      crime,
      criticism,
      publicly,
      "fine|haft|bestraft|prison|jail|arrest\\w*|offen[cs]e|crime|criminal\\w*|strafbar\\w*|straftat\\w*|gefangnis|delit\\w*|poursuivi\\w*|delito|carcel|reato|carcere|preso|presa|prisao|strafbaar|misdrijf|gevangenis\\w*|boete|multa|amende"
    ],
    `${invented}|${told}|${not}`
  ),
  meaning("pretends a law", 1, [denied, right, law], `${exempt}|\\bus (?:from|to)\\b|${told}`),
  meaning("pretends a law", 1, [mayNot, lawful], `${exempt}|${told}`),
  meaning("pretends a law", 1, [fault]),
  meaning("pretends a law", 2, [duty, buying, alone], `${told}|\\b(?:not us|nicht uns)\\b`)
]
