/**
 * Money by what is asked for, in seven languages: codes of gift cards, a fee before a prize, a post or a loan, sums passed on
 * abroad, coins that come back doubled, bills for what nobody ordered; and that nobody is to be told. Patterns meet folded
 * text: no accents, and ss for the German sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning, some } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { exposing, warning } from "../Warnings.ts"

const sum = "[$€£]? ?\\d[\\d.,]* ?(?:[$€£]|euros?|eur|dollars?|pounds?|reais|francs?|franken)?"

const giftCards =
  "(?:gift|store|shop|itunes|steam|google play|apple|amazon|prepaid) cards?|guthabenkarten?|geschenkkarten?|paysafecards?|cartes? (?:cadeaux?|prepayees?|pcs|neosurf|transcash)|tarjetas? (?:de )?regalo|tarjetas? prepago|carte (?:regalo|prepagate)|buoni regalo|cartoes (?:presente|oferta|pre-pagos)|cadeaukaarten|cadeaubonnen|tegoedkaarten"
const codesOf =
  "codes?|codigos?|codici|cijfercodes?|(?:photos?|pictures?|fotos?|bilder) (?:of|von|des?|delle?|dos|das|van)(?: \\w{1,20}){0,2}? (?:backs?|ruckseiten?|dos|reverso|retro|verso|achterkant)|scratch\\w*|freirubbeln|rubbel\\w*|gratte[zr]?|rasca\\w*|gratt\\w+|raspe\\w*|kras\\w*"
const toUs =
  "(?:send|text|mail|e-?mail|read|give|reply|message)(?: [^ .!?]{1,24}){0,4}? (?:us|me|photos?|pictures?|backs?|codes?)|(?:send|schick|nenn|gib|mail)\\w*(?: [^ .!?]{1,24}){0,4}? (?:uns|mir)|(?:envoie|envoyez|donne|donnez|transmets|transmettez|dicte|dictez)-(?:les-)?(?:moi|nous)|(?:nous|m')(?: |)(?:envoyer|transmettre)|(?:mand|envi|pas)[aeo](?:me|nos)(?:los|las)?|(?:mandami|inviami|mandaci|inviaci|mandameli)|(?:mi|ci) (?:mandi|invii|dica)|(?:mande|envie|manda|envia|passe)-(?:me|nos)|(?:stuur|geef|mail|app)(?: [^ .!?]{1,24}){0,3}? (?:mij|me|ons)"

const won = [
  `(?:number|name|ticket|nummer|los|numero|nom|billet|nombre|nome|naam|lot)${some(3)} (?:was drawn|has been drawn|came up|(?:wurde )?gezogen|est sorti\\w*|a ete tire\\w*|ha salido|ha sido sortead[oa]|e stat[oa] estratt[oa]|foi sortead[oa]|is getrokken)`,
  "(?:your|ihr|votre|ton|tu|su|il suo|o seu|uw|je) (?:win|winnings|prize|gewinn|gain|lot|premio|ganho|prijs)(?: [^ .!?]{1,20}){0,6}? (?:waiting|awaits|wartet|vous attend|t'attend|espera|attende|wacht)|(?:you(?:'ve| have)? (?:just )?won|(?:been|were) selected (?:from|among|as)|gewonnen|ausgewahlt worden|vous avez (?:gagne|remporte)|avez ete (?:tire|selectionne)|has ganado|ha ganado|ha vinto|hai vinto|ganhou|ganhaste|foi selecionad[oa]|u hebt gewonnen|je hebt gewonnen|winnaar)",
  "(?:present|name|put|declare|register) you (?:up )?as (?:the |an? |his |her )?(?:heir|next of kin)|als erben? (?:einsetz\\w*|angeb\\w*|benenn\\w*|eintrag\\w*)|(?:presenter|designer|declarer) comme (?:l')?heritier|(?:presentarl[eo]|presentarte|declararl[eo]) como heredero|(?:presentarl[ao]|indicarl[ao]|dichiararl[ao]) come erede|(?:apresenta-lo|indica-lo|declara-lo) como herdeiro|als erfgenaam (?:opgeven|aanwijzen|opvoeren)"
].join("|")
const fee =
  "fees?|postage|shipping|handling|stamps?|notary|customs|tax|gebuhr\\w*|porto|versand\\w*|bearbeitung\\w*|zoll\\w*|notarkosten|frais|port|livraison|expedition|timbre|taxes?|gastos|envio|tasas?|sellos?|spese|spedizione|tassa|bolli|taxas?|portes|selos?|verzendkosten|kosten|leges|zegels?"
const pay = [
  `(?:pay|settle|cover|send|transfer|need is|needed is|costs? only|zahlen|zahle|uberweis\\w*|begleich\\w*|reglez|regle|payez|paie|acquittez|versez|pague|paga|abone|abona|paghi|versi|versare|pagare|deposite|betaal|betaalt|overmaken|maak)${some(5)} ${sum}|(?:manque|fehlt|fehlen|faltan?|manca|mancano|ontbreekt|missing)${some(3)} ${sum}`
].join("|")
const shopping =
  "\\b(?:order|bestellung|commande|pedido|ordine|encomenda|bestelling|basket|warenkorb|panier|award|jury|design)\\b"

const post =
  "jobs?|position|stelle|arbeitsplatz|emploi|poste|trabajo|empleo|puesto|lavoro|impiego|posto|emprego|vaga|trabalho|baan|functie|loan|kredit|darlehen|pret|credit|prestamo|credito|prestito|emprestimo|lening"
const upfront =
  "(?:visa|visum|registration|training|processing|equipment|application|insurance)[- ]?(?:fee|deposit|charge|gebuhr\\w*|kosten)|anmeldegebuhr\\w*|kaution|vorauszahlung|vorkasse|frais de (?:dossier|visa|formation)|tasas? de (?:visado|gestion)|spese di (?:pratica|istruttoria|visto)|taxa de (?:visto|inscricao|abertura)|caucao|visumkosten|inschrijfkosten|dossierkosten|anticipo|adelanto|adiantamento|avance"
const beforehand =
  "before (?:you|we|the|it)|first|up ?front|in advance|vorab|im voraus|vor (?:der|dem) (?:ausreise|auszahlung|antritt|uberweisung)|avant (?:le|la|votre|de|tout)|d'abord|antes d[eo]|por adelantado|prima (?:di|della|dell')|in anticipo|antecipad\\w*|vooraf|voordat|eerst|basta|suffit"
const borne =
  "\\b(?:refund\\w*|we (?:pay|cover|bear)|wir (?:zahlen|ubernehmen|tragen)|nous (?:payons|prenons)|pagamos|paghiamo|wij betalen|no |kein\\w*|sans|sin|senza|sem|geen|zonder)\\b"

const unlock =
  "freizuschalten|unlock\\w*|release|freischalt\\w*|freizugeben|debloquer|desbloque\\w*|sbloccar\\w*|liberar|ontgrendel\\w*|vrij ?(?:te )?(?:geven|spelen)"
const earned =
  "comision(?:es)?|comissao|salary|wages?|earnings|winnings|commission|lohn|gehalt|verdienst\\w*|provision\\w*|salaire|gains|salario|sueldo|ganancias|stipendio|guadagn[oi]|ganhos|ordenado|loon|verdiensten|uitbetaling"
const deposit =
  "deposit\\w*|top up|einzahl\\w*|aufladen|verse[rz]|depose[rz]|ingres[ae]r?|versare|deposita\\w*|ricarica\\w*|carregar|storten|stort"

const arriving =
  "money|geld|argent|dinero|soldi|denaro|dinheiro|transfers?|payments?|wires?|funds|uberweisungen|zahlungen|gelder|geldeingang\\w*|virements?|paiements|fonds|transferencias|pagos|ingresos|fondos|bonifici|pagamenti|accrediti|pagamentos|depositos|overboekingen|betalingen|stortingen"
const yourAccount =
  "your (?:own |bank |private )?account|ihr(?:em|es)? (?:eigenes |privat)?konto|dein(?:em)? konto|votre (?:propre )?compte|ton compte|(?:tu|su) (?:propia )?cuenta|(?:suo|tuo) conto|(?:sua|tua) conta|(?:uw|je|jouw) (?:eigen )?rekening"
const onward =
  "forward\\w*|pass (?:it|them) on|send (?:it|them) on|transfer (?:it|them)|weiterleit\\w*|leiten|weiter|transfer\\w*|renvoye[zr]|renvoyer|reenvi\\w*|reexped\\w*|gir(?:era|are|i|a)|inoltr\\w*|reencaminh\\w*|repass\\w*|doorstur\\w*|doorstort\\w*|overmak\\w*|maakt"
const cut =
  "keep(?:ing)?|commission|provision|behalten|behaltst|gardez|gardant|conserv\\w+|comision|quedar\\w*|te quedas|trattenendo|trattien\\w*|trattenere|commissione|ficando|ficas?|retendo|comissao|houdt|behoudt|commissie|inhoud\\w*"

const crypto =
  "bitcoins?|btc|eth(?:er(?:eum)?)?|crypto\\w*|krypto\\w*|cripto\\w*|usdt|solana|dogecoin|wallets?|carteira|cartera|portafoglio"
const twofold =
  "double|doubled|twice|doppelt\\w*|verdoppel\\w*|el doble|duplic\\w+|il doppio|raddoppi\\w*|a dobrar|o dobro|em dobro|duplicad[oa]|(?:het )?dubbele?|verdubbel\\w*|le double|au double"
const hand =
  "send\\w*|deposit\\w*|schick\\w*|sende\\w*|uberweis\\w*|einzahl\\w*|envoy\\w*|envoi\\w*|verse[zr]|mand[aeo]s?|mandes|envi\\w+|invi\\w+|vers[ia]|stuur\\w*|stort\\w*|maak"
const returned =
  "(?:give|gives|send|sends|pay|pays|return|returns|get|receive)(?: \\w{1,20}){0,3} back|back|return\\w*|zuruck\\w*|bekomm\\w*|rend(?:ons|ent|u)|recev\\w+|recois|devuelv\\w*|llegan|recib\\w+|restitu\\w*|ricev\\w+|devolv\\w*|receb\\w+|terug|ontvang\\w*"
const loyal =
  "\\b(?:points?|punkte|puntos|punti|pontos|punten|glazing|room|bed|zimmer|chambre|habitacion|camera|quarto|kamer|espresso|guarantee|two-factor|donat\\w+|charity)\\b"

const unasked =
  "(?:never|not|didn't|did not)(?: \\w{1,20}){0,2} (?:asked?|ordered?|request\\w*)|without (?:your )?(?:order|asking)|ohne (?:ihren )?auftrag|nicht (?:beauftragt|bestellt|beantragt)|sans (?:que vous|l'avoir|votre demande)\\w*(?: \\w{1,20}){0,3}|(?:no|sin)(?: \\w{1,20}){0,2} (?:pedid\\w*|solicit\\w*|pidio)|(?:non|senza)(?: \\w{1,20}){0,2} (?:chiest\\w*|richiest\\w*)|nao (?:\\w{1,20} )?(?:pedi\\w*|solicit\\w*)|niet (?:om )?(?:gevraagd|besteld|aangevraagd)"
const entry =
  "ent(?:ry|ered)|regist(?:er|ry|ration)|directory|eintrag\\w*|eingetragen|verzeichnis\\w*|registre|annuaire|inscription|inscrit\\w*|registro|directorio|guia|elenco|annuario|iscrizion\\w*|inserzione|vermelding|ingeschreven|bedrijvengids"
const due =
  "due|pay(?:able|ment)?|invoice|fallig|zahl\\w*|rechnung|payer|payable|facture|paga\\w*|vence|factura|dovut\\w*|fattura|devid[oa]|fatura|betal\\w*|verschuldigd|factuur"
const othersName = `(?:someone|somebody|a third party|another (?:company|person)|jemand|ein dritter|quelqu'un|un tiers|alguien|otra (?:persona|empresa)|un tercero|qualcun\\w*|un terzo|alguem|outra (?:pessoa|empresa)|iemand|een derde)(?: [^ !?]{1,24}){0,14}? (?:register|claim|grab|registrier\\w*|sichern|enregistrer|deposer|reserver|registrar|registrare|registar|leggen|registreren|claimen)`
const webName =
  "domains?|web ?(?:address|adres\\w*|adresse)|internet(?:adres|adresse)|domaine|dominio|domeinnaam|domein|url"

const child =
  "mami|mama|mamma|papi|papa|papino|mum|mom|mummy|dad|daddy|mam|pap|mae|pai|maman|oma|opa|nonna|nonno|abuela|abuelo|grandma|grandpa|mutti|vati"
const lostPhone =
  "(?:roto|rompio|kaputt|ins wasser|casse|perdu|vole|rotto|perso|avariado|partiu-se|perdi|kapot|verloren|broken|broke|lost|stolen|neue nummer|nouveau numero|numero (?:nuevo|nuovo|novo)|nuovo numero|novo numero|nieuw nummer|nieuwe nummer|new number)"
const phone =
  "telefon\\w*|handy|movil|portable|telephone|cellulare|telemovel|celular|telefoon|mobiel\\w*|phone|nummer|numero|number"
const urgently =
  "(?:besoin de|brauche|necesito|bisogno di|preciso de|i need)(?: \\w{1,20}){0,3} \\d[\\d.,]*|bizum|overmak\\w*|uberweis\\w*|virement|bonifico|ricarica|mb ?way|pix|tikkie|transfer\\w*|pagar|bezahlen|payer|pagare|betalen|pay|geld|dinero|argent|soldi|dinheiro|money"
const mended = "\\b(?:repar\\w*|ripar\\w*|repair\\w*|werkstatt|tarif\\w*|contract|flatrate)\\b"

const hush = [
  `(?:don't|do not|never|please do not) (?:ask|tell|query|mention|inform)${some(5)} (?:bank|embassy|police)`,
  `(?:fragen|sagen|informieren) sie${some(3)} (?:nicht|nichts)${some(3)} (?:bank|botschaft|polizei)|(?:sagen|erzahlen|verraten) sie${some(1)} (?:bank|botschaft|polizei)${some(2)} (?:nicht|nichts)`,
  `(?:ne (?:dites|demandez|parlez|prevenez)|dites)${some(3)} (?:banque|ambassade|police)|(?:no (?:le |se lo )?(?:diga\\w*|pregunt\\w*|avis\\w*|cuent\\w*)|diga|di)${some(3)} (?:banco|embajada|policia)`,
  `(?:alla (?:banca|polizia) (?:dica|dite|racconti)|non (?:chied\\w+|dic\\w+|avvis\\w+)${some(3)} (?:banca|ambasciata|polizia))|(?:nao (?:cont\\w+|digas?|pergunt\\w+|avis\\w+)|(?:diga|diz))${some(3)} (?:banco|embaixada|policia)|(?:zeg|vertel|vraag)${some(4)} (?:bank|ambassade|politie)`
].join("|")
const moneyed =
  "transfer\\w*|pay|paid|deposit\\w*|cash|loan|uberweis\\w*|zahl\\w*|geld|gebuhr\\w*|visa\\w*|virement|argent|frais|virer|dinero|transferencia|pag\\w+|bonific\\w*|soldi|denaro|dinheiro|overmak\\w*|betal\\w*|kosten|conto|account|konto|compte|cuenta|conta|rekening"

const board =
  "board|boardroom|vorstand\\w*|aufsichtsrat|conseil d'administration|consejo de administracion|consiglio di amministrazione|conselho de administracao|bestuur\\w*|directie|takeover|ubernahme\\w*|offre de rachat|opa|adquisicion|offerta pubblica|overname\\w*|merger|quartalszahlen|insider\\w*"
const whispered =
  "whisper\\w*|tipped us|fluster\\w*|gefluster\\w*|souffle|murmur\\w*|susurr\\w*|soplo|sussurr\\w*|soffiat\\w*|fluister\\w*|not (?:yet )?public|before (?:it is|the) announce\\w*|officially we know nothing|offiziell wissen wir|officieel weten wij|oficialmente no|ufficialmente non|officiellement nous"
const getIn =
  "buys?|buy in|get in|shares?|stock|einsteig\\w*|aktien?|kauf\\w*|achet\\w*|actions|compr\\w+|acciones|azioni|acoes|instap\\w*|aandelen|koop\\w*|binnen|entra\\w*"

const debts =
  "debts?|arrears|creditors?|schulden|schufa\\w*|glaubiger|dettes?|creanciers?|fichage|deudas?|acreedores|morosos|asnef|debiti|rate (?:arretrate|scadute)|creditori|segnalazion\\w*|dividas?|credores|nome sujo|schuldeisers?|bkr"
const vanish =
  "vanish\\w*|disappear\\w*|wiped?|erased?|gone|verschwind\\w*|geloscht|weg|disparai\\w*|effac\\w*|desaparec\\w*|borra\\w*|sparit[eio]|svanire|spariscono|cancell\\w*|somem|apag\\w*|verdwijn\\w*|gewist|weg"
const atOnce =
  "(?:24|48|ventiquattro|vierundzwanzig|vingt-quatre|veinticuatro|vinte e quatro|vierentwintig|twenty-four) ?(?:h|hours|stunden|heures|horas|ore|uur)|overnight|uber nacht|en une nuit|de la noche a la manana|in una notte|da noite para o dia|whatever (?:the )?(?:sum|amount)|egal wie hoch|qualunque|cualquier importe|quel que soit|qualquer valor"
const loanForAll = `(?:nobody|no one|keiner|niemand|personne|nadie|nessuno|ninguem)${some(4)} (?:without|ohne|sans|sin|senza|sem|zonder)${some(3)} (?:loan|kredit|credit|pret|prestamo|prestito|emprestimo|lening)`
const lied = `(?:which|what|welches|quel|que|quale|qual|welk)${some(2)} (?:income|salary|einkommen|gehalt|revenus?|salaire|ingresos|sueldo|reddito|stipendio|rendimento|inkomen|loon)${some(3)} (?:type|put|write|state|enter|eintragen|angeben|schreiben|mettre|indiquer|ecrire|poner|escribir|scrivere|mettere|indicare|escrever|por|invullen|opgeven)`

const trick = "asks for money by a trick"

export const ploys: ReadonlyArray<Meaning<Deception>> = [
  meaning(
    trick,
    2,
    [giftCards, codesOf, toUs],
    `${warning}|friends?|freund\\w*|ami\\w*|amig\\w*|amic\\w*|vriend\\w*|recipient|empfanger\\w*|we (?:e-?mail|send|text)|wir (?:senden|schicken)`
  ),
  meaning(trick, 2, [won, fee, pay], `${exposing}|${shopping}`),
  meaning(trick, 2, [upfront, post, beforehand], `${warning}|${borne}`),
  meaning(trick, 2, [unlock, earned, deposit], warning),
  meaning(trick, 2, [yourAccount, arriving, onward, cut], warning),
  meaning(trick, 2, [crypto, twofold, hand, returned], `${warning}|${loyal}`),
  meaning(
    trick,
    2,
    [unasked, entry, due],
    `${exposing}|\\b(?:nothing|nichts|rien|nada|niente|niets|free|kostenlos|gratuit\\w*|gratis)\\b`
  ),
  meaning(trick, 2, [othersName, webName, due + "|overmak\\w*|overmaakt|uberweis\\w*|euros?|sum"], warning),
  meaning(trick, 2, [child, lostPhone, urgently, phone], `${warning}|${mended}`),
  meaning(trick, 2, [hush, moneyed], exposing),
  meaning("promises money", 2, [board, whispered, getIn], `${exposing}|\\b(?:illegal|strafbar|interdit|law|lawful)\\b`),
  meaning(
    "promises money",
    2,
    [debts, vanish, atOnce],
    `${exposing}|\\b(?:advice|beratung|counsel\\w*|museum|book|buch)\\b`
  ),
  meaning("promises money", 1, [loanForAll], exposing),
  meaning(
    "promises money",
    1,
    [lied, "bank\\w*|form|loan|antrag|formular|banque|banco|banca|prestito|lening|notice\\w*|merkt"],
    exposing
  )
]
