/**
 * The pretexts of frauds in German, French, Spanish, Italian and Portuguese (`Pretexts` has English): a fine, a refund for
 * a picture of one's papers, an account that is said to be safe, love from afar, an income without work. Patterns meet
 * folded text: no accents, and ss for the German sharp s.
 */
import type { Deception } from "./Deceptions.ts"
import { warned } from "./ForeignDeceptions.ts"
import { meaning } from "../Meaning.ts"
import type { Meaning } from "../Meaning.ts"

const counsel =
  "anwalt\\w*|einspruch|avocate?s?|contest(?:er|ez|ation)|abogad[oa]s?|recurr\\w+|avvocat[oi]|ricorso|advogad[oa]s?|biblioth\\w+|bibliot\\w+"
/** Work that is paid for is not an income without it. */
const employed =
  "stellen?|teilzeit|vollzeit|minijob|bewerb\\w*|gehalt|lohn|stundenlohn|brutto|einarbeitung|quereinsteig\\w*|ausbildung|schicht\\w*|urlaub|postes?|cdi|cdd|embauch\\w*|recrut\\w*|candidat\\w*|contrat|salaire|formation|contrato|jornada|sueldo|salario|turnos?|assum\\w*|assunzione|contratto|stipendio|turni|vagas?|bruto|lordi|netti|netto|kostet|coute|cuesta|costa|custa"

export const foreignPretexts: ReadonlyArray<Meaning<Deception>> = [
  meaning(
    "asks for money by a trick",
    2,
    [
      "amende|contravention|peage|bussgeld\\w*|strafzettel|knollchen|mautgebuhr|multa|sancion|peaje|contravvenzione|pedaggio|coima|portagem",
      "impayee?|non (?:payee?|reglee?|acquittee?)|en attente|unbezahlt\\w*|offene[snr]?|ausstehend\\w*|nicht bezahlt|impagad[ao]|pendiente|sin pagar|non pagat[ao]|insolut[ao]|em atraso|pendente|nao paga|por pagar",
      "reglez|payez|regler|payer|acquittez|bezahlen|zahlen|begleichen|uberweisen|pague|paga|pagar|abone|liquide|paghi|pagare|saldi|saldare|regularize",
      "sous \\d+|https?|majoration|majoree?|eviter|sinon|innerhalb|sofort|umgehend|sonst|recargo|evitar|en \\d+ ?h\\w*|24 ?h|48 ?h|maggiorazione|evitare|entro|agravamento|em \\d+ ?h\\w*"
    ],
    `${warned}|${counsel}`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "rimborso|remboursement|reembolso|ruckerstattung|erstattung|steuererstattung|devolucion|reintegro|restituicao|bonus|indennita|prime|ayuda|subsidio",
      "kreditkartendaten|kartendaten|kartennummer|ausweis(?:foto|kopie|bild)|(?:foto|kopie|bild) (?:von )?(?:ihre[sm]|deine[sm]|des) (?:personal)?ausweis\\w*|selfie|dati della (?:\\w{1,20} )?carta|(?:foto|copia|scansione) della (?:\\w{1,20} )?carta|donnees de (?:votre |ta |la )?carte|numero de (?:votre |ta |la )?carte|(?:photo|copie|scan) de (?:votre |ta |la )?(?:carte|piece)|(?:datos|foto|numero) de (?:su|tu|la) tarjeta|(?:foto|copia) de(?: su| tu|l)? dni|dados do (?:seu )?cartao|numero do (?:seu )?cartao|(?:foto|copia) do (?:seu )?(?:documento|rg|cartao|cpf)",
      "entro|sous \\d+|avant (?:ce|le|la|demain|minuit)|en \\d+|em \\d+|innerhalb|binnen|heute|oggi|aujourd'hui|hoy|hoje|contrario|altrimenti|sinon|annullat\\w*|annule\\w*|anulad[ao]|cancelad[ao]|verfall\\w*|sonst|immediat\\w*|inmediat\\w*"
    ],
    warned
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "conta (?:segura|de seguranca|protegida)|cuenta (?:segura|de seguridad|protegida)|compte (?:securise|sur|de securite)|sichere[sn]? konto|sicherheitskonto|sicherungskonto|conto (?:sicuro|protetto|di sicurezza)|safe account|safety account|secure holding account|pix de teste|(?:transferencia|envio) de (?:teste|prueba)|testuberweisung|virement de test|bonifico di prova",
      "pix|transf\\w+|uberweis\\w*|vir(?:ez|ement|er)|bonific\\w*|mover?|mova|mueva|move|moving|faca|envie|invii|trasfer\\w*|umbuch\\w*",
      "banc[ao]s?|banque|bank\\w*|sparkasse|central|departamento|fraude|sicherheit\\w*|verdachtig\\w*|suspeit[ao]|sospechos[ao]|suspecte?|sospett[ao]|suspicious|police|polizei|gerente|desligue|cuelgue|raccrochez|compromised|at risk"
    ],
    `${warned}|\\b(?:never|scams?|fraud advice|beware)\\b|wir bitten`
  ),
  meaning(
    "asks for money by a trick",
    2,
    [
      "mein (?:schatz|liebling|engel|herz)|meine liebe|ich (?:liebe|vermisse) dich|mon (?:amour|cheri|ange|coeur)|ma cherie|je t'aime|tu me manques|mi (?:amor|vida|cielo|corazon)|te (?:amo|quiero|echo de menos)|amore mio|tesoro mio|ti amo|mi manchi|meu (?:amor|bem|anjo)|minha querida|eu te amo",
      "bohrinsel|einsatz|gesperrt|eingefroren|zoll|krankenhaus|flugticket|plateforme|mission|bloque\\w*|gele\\w*|douane|hopital|billet|plataforma|mision|congelad\\w*|aduana|hospital|billete|pasaje|piattaforma|missione|bloccat\\w*|dogana|ospedale|biglietto|missao|bloquead\\w*|alfandega|passagem|bilhete",
      "(?:brauche|schick\\w*|uberweis\\w*|leih\\w*|sende?|besoin de|envoie\\w*|envoyer|prete\\w*|necesito|envia\\w*|manda\\w*|prestame|serve|servono|presta\\w*|preciso|manda|empresta\\w*)\\b(?: [^ .!?]{1,24}){0,6}? (?:\\d[\\d.,]*|geld|argent|dinero|soldi|dinheiro)"
    ],
    warned
  ),
  meaning(
    "promises money",
    1,
    [
      "verdienen?|verdiene|verdienst|gagne[rz]?|gana|gane|ganas|ganar|guadagna|guadagni|guadagnare|ganhe|ganha|ganhar|lucre|lucrar",
      "\\d[\\d.,]*",
      "(?:im|pro|am|jeden) (?:monat|tag|woche)|die woche|taglich|monatlich|wochentlich|par (?:mois|jour|semaine)|al (?:mes|dia|mese|giorno)|a la semana|por (?:mes|dia|semana)|cada (?:mes|dia|semana)|alla settimana|diari[oa]s?|mensual\\w*|mensais|in (?:einem|zwei|drei|\\d+) (?:tagen?|wochen)",
      "ohne (?:arbeit|jede arbeit|risiko|jedes risiko|erfahrung|aufwand|vorkenntnisse|muhe)|risikofrei|garantiert|von (?:zu ?hause|daheim)|im schlaf|vom sofa|sans (?:aucun )?(?:risque|effort|travail|travailler|experience)|garantie?s?|depuis (?:chez vous|votre canape)|sin (?:ningun )?(?:riesgo|esfuerzo|experiencia|trabajar)|garantizad[oa]s?|desde (?:casa|tu (?:casa|sofa))|senza (?:alcun )?(?:rischio|lavorare|esperienza|fatica|sforzo)|garantit[oaie]|da casa|sem (?:nenhum )?(?:risco|esforco|experiencia|trabalhar)|garantid[oa]s?|sem sair de casa"
    ],
    `${warned}|\\b(?:${employed})\\b`
  )
]
