/**
 * Secrets by what is asked for and not by the story told, in seven languages: the card with its three digits, PIN and TAN,
 * a code that was just texted, the words of a wallet, papers and a face, the helm of one's computer. Patterns meet folded
 * text: no accents, and ss for the German sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"
import { warning } from "../Warnings.ts"

const ask = [
  "send|enter|type|key in|reply|give|confirm|fill in|read|photograph|upload|tell|provide|scan|submit|write|put|need",
  "(?:trag|gib|send|schick|nenn|teil|antwort|bestatig|fotografier|lad|tipp)(?:e|en|et|t)?|ubermitteln|eintragen|eingeben|tragen|geben|melden|hochladen|brauchen",
  "indique[zr]?|saisis(?:sez)?|entre[zr]?|envoye[zr]|envoie|renseigne[zr]?|communique[zr]?|confirme[zr]?|tape[zr]?|donne[zr]?|transmette[zr]?|reponde[zr]?|repondez|recopie[zr]?",
  "introduzca|introduce|indica|envie|envia|envie?nos|envianos|escriba|escribe|facilite|mande|manda|mandanos|responda|responde|teclee|confirme|confirma|diganos|dinos|necesitamos",
  "inserisca|inserisci|indichi|invii|invia|inviaci|rispedisca|mandi|scriva|scrivi|risponda|rispondi|comunichi|digiti|digita|confermi|fornisca|carichi|ci serve|ci servono",
  "informe|digite|introduza|insira|forneca|escreva|diga|precisamos",
  "voer|vul|stuur|geef|typ|bevestig|antwoord|mail|lees|noem|toets|nodig"
].join("|")

const cards = [
  "number on (?:the )?(?:front|face)(?: \\w{1,20}){0,3} card|code on the (?:back|reverse) of (?:your|the) card",
  "(?:long|sixteen|16)(?:[- ]digit)? (?:number|digits|figures)(?: \\w{1,20}){0,4} (?:card|plastic)|(?:sechzehn|16)(?:[- ]?stellig\\w*)? (?:ziffern|zahlen|kartennummer|nummer)",
  "(?:seize|16) chiffres(?: \\w{1,20}){0,3} carte|(?:dieciseis|16) (?:digitos|numeros|cifras)(?: \\w{1,20}){0,3} tarjeta|(?:sedici|16) (?:cifre|numeri)(?: \\w{1,20}){0,3} carta|(?:dezasseis|dezesseis|16) (?:digitos|numeros|algarismos)(?: \\w{1,20}){0,3} cartao|(?:zestien|16) cijfers(?: \\w{1,20}){0,3} (?:kaart|pas|creditcard)",
  "(?:three|3|last three) (?:digits|numbers|figures)(?: \\w{1,20}){0,4} (?:back|reverse|signature)|(?:drei|3) (?:ziffern|zahlen|stellen)(?: \\w{1,20}){0,4} (?:ruckseite|hinten)|(?:trois|3) (?:derniers )?chiffres(?: \\w{1,20}){0,4} (?:dos|verso)|(?:tres|3) (?:digitos|numeros|cifras|algarismos)(?: \\w{1,20}){0,4} (?:detras|reverso|dorso|verso|atras|tras)|(?:tre|3) (?:cifre|numeri)(?: \\w{1,20}){0,4} (?:retro|dietro)|(?:drie|3) cijfers(?: \\w{1,20}){0,4} (?:achterkant|achterop|achterzijde)",
  "(?:kartennummer|kaartnummer|pasnummer|numero d[eiou] (?:\\w{1,20} )?(?:carte|tarjeta|cartao)|numero della (?:\\w{1,20} )?carta)(?: [^ .!?]{1,24}){0,8}? (?:ablauf\\w*|gultig\\w*|prufziffer\\w*|vervaldatum|cvc|cvv|expiration|caducidad|scadenza|validade|cryptogramme|codigo|codice|code)"
].join("|")

const pins = [
  "pin(?:[ -]?(?:code|nummer|number))?(?: [^ .!?]{1,20}){0,5}? tan|tan(?: [^ .!?]{1,20}){0,5}? pin|(?:nachste|aktuelle|erhaltene|naechste)n? tan|push-?tan",
  "code (?:confidentiel|secret) (?:de|a|bancaire)|(?:clave|pin) (?:de cuatro|secreta|del cajero)|codice (?:pin|segreto|dispositivo)|(?:senha|codigo|pin) de (?:quatro|4|seis|6) digitos|pincode(?: van)?|pin van (?:je|uw) (?:pas|kaart)"
].join("|")

const sides =
  "(?:photos?|pictures?|fotos?|bild(?:er)?|scans?|imagens?)(?: [^ .!?]{1,20}){0,5}? (?:front and (?:the )?back|both sides|vorder- und ruckseite|beiden seiten|recto(?: |-|-et-| et )verso|deux (?:cotes|faces)|anverso y (?:el )?reverso|(?:dos|ambas) caras|fronte e (?:del )?retro|frente e (?:do )?verso|voor- en achterkant|beide kanten)(?: [^ .!?]{1,20}){0,4}? (?:bank ?karte|kreditkarte|karte|card|carte|tarjeta|carta|cartao|pas|bankpas|kaart)"

const code =
  "(?:six|6|four|4|sechs|vier|quatre|cuatro|seis|quattro|sei|quatro|zes)[- ]?(?:digits?|figures?|stellig\\w*|ziffern|chiffres|digitos|cifras|cifre|cijfers|cijferige?)|(?:codes?|codigo|codice)"
const texted =
  "texts?|sms|text messages?|phone|handy|telephone|portable|telefono|movil|telefone|telemovel|celular|telefoon|mobiel\\w*|whatsapp"
const back = [
  "(?:invii|mandi|inoltri|comunichi|detti|envie|mande|diga|digame|dicte|envoyez|donnez|communiquez|transmettez)(?: \\w{1,20}){0,3} (?:code|codigo|codice)|(?:senden|nennen|schicken|teilen) sie(?: \\w{1,20}){0,4} code",
  "(?:reply|antworte|antworten sie|repond[sz]?|repondez|responde|responda|rispondi|risponda|antwoord)(?: [^ .!?]{1,20}){0,5} (?:code|codigo|codice)",
  "(?:read|send|tell|give|forward|text|pass)(?: \\w{1,20}){0,2} (?:back |on )?(?:to )?(?:me|us)|read (?:it|them|that|those) (?:back|out)",
  "(?:sag|schick|nenn|lies|gib|leite|sagen|schicken|nennen|lesen|geben|leiten)(?: \\w{1,20}){0,3} (?:mir|uns|vor|weiter)(?: \\w{1,20}){0,3}",
  "(?:dis|envoie|donne|lis|transmets|transfere|communique|dites|envoyez|donnez|lisez|transmettez)-(?:le-|la-)?(?:moi|nous)|(?:me|nous) (?:le |la |les )?(?:donner|envoyer|lire|transmettre|communiquer|dire|renvoyer)",
  "(?:me|nos) (?:lo |la )?(?:dices|envias|mandas|lees|reenvias|pasas|dice|envia|manda|reenvia|pasa)|dimelo|enviamelo|mandamelo|reenviamelo|pasamelo|leemelo",
  "(?:me|ce) lo (?:leggi|mandi|invii|giri|dici|inoltri|legge|manda|dice|puoi)|dimmelo|inoltramelo|leggimelo|(?:mi|ci) (?:mandi|giri|leggi|dici|inoltri) (?:il|quel)",
  "(?:me|nos) (?:dizes|envias|mandas|reencaminhas|passas|passa|manda|envia|diz|le)|(?:diz|manda|envia|passa|reencaminha|dita)-?(?:me|mo|nos)",
  "(?:stuur|geef|lees|app|mail|noem)(?: \\w{1,20}){0,3} (?:me|mij|ons|door|voor)"
].join("|")
const collected =
  "parcel|locker|paket\\w*|packstation|colis|paquete|pacco|encomenda|pakket\\w*|rabatt\\w*|discount|gutschein\\w*|promo|remise|descuento|sconto|desconto|korting\\w*|porte|door code|gate|tur\\w*"

const seed =
  "(?:twelve|12|twenty-four|24|zwolf|douze|doce|dodici|doze|twaalf)(?: \\w{1,20}){0,2}? (?:words|worter|mots|palabras|parole|palavras|woorden)|seed phrase|(?:secret )?recovery (?:phrase|words)|wiederherstellungs(?:phrase|worter)|phrase (?:de recuperation|secrete)|frase (?:semilla|de recuperacion|di recupero|de recuperacao|secreta)|herstelzin|herstelwoorden"
const coins =
  "wallets?|coins?|crypto\\w*|krypto\\w*|cripto\\w*|bitcoins?|portefeuille|cartera|monedero|portafoglio|carteira|tokens?|chain|blockchain|munzen|netzwerk"

const papers =
  "selfies?|(?:photo|picture|copy|scan|foto|copia|copie|kopie|scansione)(?: [^ .!?]{1,20}){0,4}? (?:id(?: card)?|passport|ausweis\\w*|personalausweis\\w*|reisepass\\w*|(?:carte|piece) d'identite|passeport|dni|documento|pasaporte|carta d'identita|tessera sanitaria|passaporto|cartao de cidadao|rg|cpf|passaporte|identiteitskaart|identiteitsbewijs|paspoort)"
const held =
  "suspend\\w*|on hold|reactivat\\w*|unlock|gesperrt\\w*|freischalt\\w*|entsperr\\w*|reaktivier\\w*|auszahl\\w*|ausgesetzt|suspendu\\w*|reactiver|debloquer|bloque\\w*|suspendid[oa]|reactivar\\w*|desbloquear\\w*|sospes\\w+|riattivar\\w+|sbloccar\\w+|bloccat\\w+|suspens[oa]|reativar\\w*|geblokkeerd|opgeschort|heractiv\\w+|deblokk\\w+|stopgezet"
const payee =
  "iban|bank\\w*|kontonummer|compte|cuenta|conto|conta|rekening\\w*|assegno|pension\\w*|pensione|benefit|allowance|rente|prestation|prestacion|subsidio|uitkering|toeslag|refund|erstattung|remboursement|reembolso|rimborso|teruggave|account|profil\\w*|profilo"
const rented =
  "\\b(?:rent(?:al|ing)?|hire|mietwagen|leihwagen|location|alquiler|noleggio|aluguer|verhuur|age check|18\\+|visa application|consulate|casting|contest|wettbewerb|concours|concurso|concorso)\\b"

const helm =
  "fernsteuer\\w*|fernwartung\\w*|fernzugriff\\w*|remote[- ](?:control|access|support|desktop|assistance)|(?:prise en main|controle|acces) a distance|control remoto|acceso remoto|controllo remoto|accesso remoto|assistenza remota|acesso remoto|controlo remoto|controle remoto|(?:overname|meekijk|beheer)\\w*|(?:op|van) afstand|anydesk|teamviewer|rustdesk"
const fetch =
  "download\\w*|install\\w*|laden sie|lad|herunterlad\\w*|telecharg\\w*|descarg\\w*|instal\\w*|scarich\\w*|scaricare|baix\\w+|descarreg\\w*|haal"
const banking =
  "bank ?(?:account|konto)\\w*|bankkonto|konto|online-?banking|e-?banking|banking|(?:compte|espace|appli\\w*) (?:bancaire|en banque)|banque|(?:cuenta|app|banca) (?:bancaria|del banco|en linea)|banco|conto (?:bancario|corrente)|home ?banking|conta bancaria|bankrekening|internetbankieren|bankieren|bank-?app|bank"

const states =
  "digid|itsme|franceconnect|france connect|spid|cl@ve|clave permanente|chave movel|bundid|elster|ameli|impots\\.gouv|gov\\.?br|government gateway"
const ends =
  "(?:expires?|verval(?:t|len)|verloopt|lauft (?:heute |morgen )?ab|gesperrt|expire|expir\\w+|caduca\\w*|scade|scadra|bloccat[oa]|bloquead[oa]|geblokkeerd|suspend\\w*|bloque\\w*)"
const enter =
  "log ?in|log(?:gen)? (?:u|je)? ?in|inloggen|anmelden|einloggen|connecte[zr]?-?(?:vous)?|identifie[zr]?-?(?:vous)?|inicie sesion|acceda|accedi|entre com|aceda|verleng\\w*|erneuer\\w*|renouvel\\w*|renueve|rinnov\\w*|renove"

export const demands: ReadonlyArray<Meaning<Deception>> = [
  meaning("asks for a secret", 2, [cards, ask], warning),
  meaning("asks for a secret", 2, [pins, ask], warning),
  meaning("asks for a secret", 2, [sides, ask], warning),
  meaning("asks for a secret", 2, [back, texted, code], `${warning}|\\b(?:${collected})\\b`),
  meaning(
    "asks for a secret",
    2,
    [seed, coins, ask],
    `${warning}|\\b(?:on paper|auf papier|sur papier|en papel|su carta|em papel|op papier|offline|quiz|poem|gedicht)\\b`
  ),
  meaning("asks for a secret", 2, [papers, held, ask, payee], `${warning}|${rented}`),
  meaning("asks for a secret", 2, [helm, banking, fetch], warning),
  meaning(
    "asks for a secret",
    2,
    [
      states,
      ends,
      enter,
      "password|passwort|kennwort|mot de passe|contrasena|senha|palavra-passe|wachtwoord|credenziali|\\w{1,40}\\.(?:com|net|org|info|example|top|xyz|site|online)|https?|link"
    ],
    `${warning}|app store|gemeente|burgeramt|mairie`
  )
]
