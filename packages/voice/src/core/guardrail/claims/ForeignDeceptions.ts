/**
 * What a fraud says in German, French, Spanish, Portuguese and Italian (`Deceptions` has English): it asks for a secret,
 * frightens into clicking, asks for something before a prize or an estate, and promises money or health. Patterns meet folded text: no accents, and ss
 * for the German sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

/** Who warns of a fraud, or speaks of a password that its owner forgot, asks for nothing. */
export const warned = [
  "\\b(?:nie|niemals|nicht|kein\\w*|fragen (?:sie|dich) nie|vergessen|zurucksetzen|gutschein\\w*|rabatt\\w*)\\b",
  "\\b(?:jamais|ne (?:vous |te )?(?:demand|communiqu|partag|donn)\\w*|oubli\\w*|reinitialis\\w*|code promo|reduction)\\b",
  "\\b(?:nunca|jamas|no (?:le |te |os |se )?(?:ped|pid|solicit|compart|facilit)\\w*|olvid\\w*|restablec\\w*|descuento|promocional)\\b",
  "\\b(?:nao (?:ped|pec|solicit|partilh|compartilh)\\w*|esquec\\w*|redefin\\w*|repor|desconto)\\b",
  "\\b(?:mai|non (?:chied|condivid|comunic)\\w*|dimentica\\w*|reimposta\\w*|sconto)\\b"
].join("|")

/** Who signs up chooses a password. */
const chosen =
  "\\b(?:wahl\\w*|neues|choisi\\w*|creez|nouveau|elige|elija|crea|nueva|escolh\\w*|crie|nova|scegli\\w*|nuova)\\b"

const asks = [
  "bestatigen|bestatige|bestaetigen|verifizieren|verifiziere|(?:gib|geben sie|gebt)|senden|sende|schicken|schicke|ubermitteln|teilen sie|teile|nennen|nenne|eingeben|antworten|aktualisieren",
  "envoyez(?:-nous)?|envoie|confirmez|verifiez|saisissez|entrez|communiquez|transmettez|indiquez|fournissez|repondez|donnez|renseignez",
  "envie(?:nos|me|n)?|envia(?:nos|me)?|enviar|confirme|confirma|confirmar|verifique|verifica|introduzca|introduce|ingrese|ingresa|facilite(?:nos)?|indique(?:nos)?|proporcione|responda|escriba",
  "informe|informar|digite|insira|mande|forneca",
  "invia(?:ci|te|teci)?|inviare|conferma|confermi|confermate|verifichi|inserisci|inserisca|inserire|comunica(?:ci)?|fornisci|fornisca|rispondi|digiti|digita"
].join("|")

const secrets = [
  "pin(?:[ -]?(?:code|nummer))?|(?:ihre?|deine?|und|die|,|oder) tan|passwort|kennwort|(?:kredit)?kartennummer|kartendaten|geheimzahl|zugangsdaten|bankdaten|kontodaten|prufziffer",
  "mot de passe|code (?:pin|secret|confidentiel|de securite|recu|de verification)|numero de (?:votre |ta |la )?carte|identifiants|coordonnees bancaires|cryptogramme",
  "contrasena|clave (?:de acceso|secreta|bancaria|personal|de seguridad)|claves|numero de (?:su |tu |la )?(?:tarjeta|cuenta)|datos (?:bancarios|de (?:su|tu|la) (?:tarjeta|cuenta))|codigo (?:de seguridad|secreto|pin|de verificacion|recibido|que (?:le|te))",
  "senha|numero d[oe] (?:seu )?cartao|dados (?:bancarios|do (?:seu )?cartao)|codigo de seguranca|cvv|cvc",
  "password|numero (?:della|di) (?:tua |sua )?carta|codice (?:pin|di sicurezza|segreto|otp|ricevuto)|dati (?:bancari|della (?:tua |sua )?carta)|credenziali"
].join("|")

const account =
  "konto|kontos|zugang|karte|paket|sendung|compte|carte|acces|colis|cuenta|tarjeta|acceso|paquete|conta|cartao|acesso|encomenda|carta|accesso|pacco|spedizione|profilo|profil"
const trouble =
  "gesperrt|eingeschrankt|blockiert|deaktiviert|geloscht|ungewohnlich\\w*|verdachtig\\w*|zuruckgehalten|suspendue?s?|bloquee?s?|desactivee?s?|inhabituel\\w*|suspecte?s?|retenue?|suspendid[ao]s?|bloquead[ao]s?|desactivad[ao]s?|desativad[ao]s?|retenid[ao]s?|retid[ao]s?|suspens[ao]s?|sospechos[ao]s?|suspeit[ao]s?|sospes[ao]|bloccat[ao]|disattivat[ao]|sospett[ao]|trattenut[ao]"
const press =
  "sofort|umgehend|innerhalb|sonst|andernfalls|immediatement|sous \\d+|sinon|dans les \\d+|inmediatamente|de inmediato|en \\d+ horas|antes de|o (?:sera|perdera)|imediatamente|em \\d+ horas|senao|ou sera|immediatamente|entro \\d+|subito|altrimenti|klicken|klicke|cliquez|haga clic|haz clic|pulse|clique|clicca|clicchi|https?|gebuhr|frais|tasa|taxa|tassa"

const won =
  "gewonnen|gewinner\\w*|ausgewahlt|gagne|gagnante?|selectionnee?|ganado|ganador\\w*|seleccionad[ao]|ganhou|ganhador\\w*|vencedor\\w*|sorteado|selecionad[ao]|vinto|vincitore|vincitrice|selezionat[ao]"
const prize =
  "lotterie|lotto|preis|jackpot|iphone|ipad|million\\w*|loterie|lot|cagnotte|loteria|premio|premios|sorteo|millones|sorteio|milhoes|lotteria|milioni|\\d[\\d. ]{3,} ?(?:euros?|eur|dolares|reais|€)|gutschein"
const first =
  "carte prepayee|carta prepagata|tarjeta prepago|cartao pre-pago|prepaid|gebuhr|bearbeitungsgebuhr|kontonummer|bankdaten|kartennummer|ausweis\\w*|frais|rib|carte d'identite|numero de carte|cuenta bancaria|numero de (?:su |tu )?(?:tarjeta|cuenta)|dni|gastos|tasa|taxa|dados|cpf|carta d'identita|iban|tassa|spese|pin"

export const foreignDeceptions: ReadonlyArray<Meaning<Deception>> = [
  meaning("asks for a secret", 1, [asks, secrets], `${warned}|${chosen}`),
  meaning("frightens into clicking", 2, [account, trouble, press], warned),
  meaning(
    "asks for money by a trick",
    2,
    [
      "verstorben\\w*|erbe|erbschaft|defunt|heritage|heritier\\w*|fallecid[ao]|difunto|herencia|falecid[ao]|heranca|defunto|eredi|eredita",
      "million\\w*|millones|milhoes|milioni",
      "gebuhr\\w*|uberweis\\w*|frais|virement|carte prepayee|gastos|transferencia|taxas?|deposito|spese|versare|bonifico|prepagata"
    ],
    `${warned}|notariat|nachlassplanung`
  ),
  meaning(
    "promises money",
    2,
    [
      "inv[ei]st\\w+|einzahl\\w*|einsatz|anleg\\w+|versez|placez|investez|deposit\\w*|versa",
      "garantiert\\w* (?:gewinn\\w*|rendite\\w*)|gewinn\\w* garantiert|ohne jedes risiko|(?:gains?|profits?|rendements?) garantis?|sans aucun risque|(?:ganancias?|beneficios?|rendimientos?) garantizad[ao]s?|sin ningun riesgo|(?:lucros?|ganhos?|rendimentos?) garantidos?|sem (?:nenhum risco|risco nenhum)|(?:guadagn[io]|profitt[io]|rendiment[io]) garantit[io]|senza alcun rischio"
    ],
    "(?:nicht|pas|no|nao|non) garant\\w+|keine garantie|kostenlos|testen|essai|prueba|retractation|widerruf"
  ),
  meaning(
    "promises health",
    1,
    [
      "krebs|diabetes|cancer|diabete|cancro|tumore?s?|tumori|alzheimer|depression\\w*|arthrose",
      "heil(?:t|en|ung)|besiegt|verschwindet|gueri(?:t|ssent|son)|soigne|elimine|curan?(?= (?:el|la|los|las|il|lo|o|a|os|as) )|elimina(?:n|m|no)?|desaparece\\w*|guarisc\\w+|guarigione",
      "tropfen|pulver|tee|kapseln|gouttes|poudre|tisane|gelules|gotas|polvo|capsulas|pastillas|infusion|cha|po|gocce|polvere|capsule|tisana|in \\w+ tagen|en \\w+ (?:jours|dias)|em \\w+ dias|in \\w+ giorni"
    ],
    `${warned}|forschung|spenden?|recherche|investigacion|donacion|pesquisa|ricerca`
  ),
  meaning("asks for money by a trick", 2, [won, prize, first], `${warned}|jury|verlosung|teilnahmebedingungen|design`)
]
