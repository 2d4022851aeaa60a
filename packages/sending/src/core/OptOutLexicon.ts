/**
 * The words of opting out, asking for help and coming back, in six languages, as `OptOutWords` normalises them: lower
 * case, no accents, apostrophes as blanks. A line of `words` is whole messages; a line of `patterns` is a sequence of
 * places, each with its alternatives (`_` joins the words of one), with `?` where it may stay empty.
 *
 * English follows the words that carriers and regulators name (CTIA Messaging Principles and Best Practices, section
 * 5.1.3; 47 CFR 64.1200(a)(10)), the others what senders print under their messages in those countries.
 */

export interface Phrases {
  readonly words: ReadonlyArray<string>
  readonly patterns: ReadonlyArray<string>
}

/** In the order in which a word that belongs to several is taken, where nothing tells. */
export const languages = ["en", "fr", "es", "de", "pt", "it"] as const
export type Language = (typeof languages)[number]
export type ByLanguage = Readonly<Record<Language, Phrases>>

/** Around a command these change nothing: "please stop, thank you". */
export const courtesies: ReadonlyArray<string> = [
  "please|pls|plz|kindly|just|now|right now|already|immediately|at once|asap|today|thanks|thx|thank you|thank u|ok|okay",
  "hi|hello|hey|yes|yeah|sir|guys|you guys|thanks a lot|thank you so much|no thanks|no thank you|so|again",
  "svp|stp|s il vous plait|s il te plait|merci|merci beaucoup|merci bien|non merci|bonjour|bonsoir|salut|oui|maintenant",
  "immediatement|tout de suite|por favor|porfavor|porfa|gracias|muchas gracias|no gracias|hola|ya|ahora|ahora mismo|si",
  "inmediatamente|de inmediato|bitte|danke|vielen dank|danke schon|nein danke|jetzt|sofort|ab sofort|hallo|ja|guten tag",
  "umgehend|endlich|mal|pfv|pf|faz favor|obrigado|obrigada|muito obrigado|muito obrigada|nao obrigado|nao obrigada|agora",
  "agora mesmo|ola|oi|sim|imediatamente|per favore|per piacere|per cortesia|grazie|grazie mille|no grazie|ciao|ora",
  "adesso|subito|buongiorno"
]

const texts =
  "messages/message/texts/text/txts/sms/msgs/emails/email/e_mails/mails/alerts/ads/spam/notifications/dms/promotions/promos"
const list = "list/lists/mailing_list/email_list/text_list/sms_list/contact_list/database/system/mailings/newsletter"

const english: Phrases = {
  words: [
    "stop|stop it|stop this|stop all|stopall|quit|end|cancel|cancel all|revoke|remove|exit|halt|cease|unsubscribe",
    "unsub|unsubscribed|unsubscribe all|optout|opt out|opt me out|remove me|delete me|no stop|cease and desist",
    "stop everything|leave me alone|do not disturb|take me off|text stop|sms stop|stop sms|stop text|i want out|quit it|go away|remove my number"
  ],
  patterns: [
    "unsubscribe/unsub me/us? from? this/these/your/the/all? all? list/lists/newsletter/texts/messages/emails/mailings/marketing/sms?",
    "stop/quit/end/cease/no_more texting/messaging/emailing/contacting/writing/spamming/bothering/calling/pestering to? me/us? anymore/any_more?",
    `stop/quit/end/cease sending me/us? any/all/these/this/the/your/more/so_many? more? marketing? ${texts}? to_me/anymore/any_more?`,
    `stop/end/cancel/cease/no_more/no with? all/the/these/your/my/any/more? more? of_these/of_your? marketing/promotional? ${texts}`,
    "cancel/end/stop my/this/the? subscription",
    `take/remove/delete/get me off/from/off_of/out_of of? this/your/the/all? ${list}`,
    "take/get me off/out this/please?",
    `remove/delete my/this number/phone_number/email/address/contact/name/info/details from? this/your/the? ${list}?`,
    "do_not/don_t/dont/never text/message/contact/email/mail/call/write/dm to? me/us/this_number anymore/any_more/again/ever/ever_again?",
    `do_not/don_t/dont send me/us any/these/your/more? more? ${texts} anymore/again?`,
    `i? do_not/don_t/dont want/wish to? receive/get? any/more/your/these? more/of_these? ${texts} from_you? anymore/any_more?`,
    "i want/wish/need/would_like/d_like to unsubscribe/opt_out/cancel/stop/be_removed/be_taken_off from? this/your/the? list?",
    `i? want/wish/need/would_like/d_like? to? stop receiving/getting any/these/your/the/all? more? marketing? ${texts}`,
    "i_am/i_m/im unsubscribing/opting_out",
    "i? revoke/withdraw my? consent/permission",
    "opt me? out from/of all/this/these/your? all? list/texts/messages/emails/marketing/sms"
  ]
}

const french: Phrases = {
  words: [
    "arret|arrets|arrete|arreter|arretez|arretez tout|stop pub|stop pubs|stop publicite|cesser|cessez|fin|resilier",
    "resiliation|annuler|annulez|annulation|desabonner|desabonnement|desabonne|desabonnez moi|desabonne moi|desinscrit",
    "me desabonner|se desabonner|desinscrire|desinscription|desinscrivez moi|desinscris moi|me desinscrire|se desinscrire",
    "supprimez moi|supprime moi|retirez moi|retire moi|effacez moi|enlevez moi|laissez moi tranquille|ca suffit|je me desabonne|je me desinscris|retirer|me retirer"
  ],
  patterns: [
    "je veux/souhaite/voudrais/desire me_desabonner/me_desinscrire/arreter/resilier/annuler/etre_desinscrit/etre_retire de? cette/votre/la? liste?",
    "arretez/arrete/cessez/cesse/merci_d_arreter/merci_de_cesser de/d m_envoyer/me_contacter/m_ecrire/me_harceler/me_deranger/envoyer des/vos/ces/tous/les/de? messages/sms/mails/emails/pubs/textos?",
    "arretez/arrete/arreter/arret/cessez/stop/plus/plus_jamais/assez aux/de/d? vos/les/ces/des/tous? messages/message/sms/mails/emails/publicites/publicite/pubs/textos",
    "plus_aucun/aucun message/sms/mail/email",
    "retirez/retire/supprimez/enlevez/otez/effacez/rayez/desinscrivez moi/mon_numero/mon_adresse/mon_mail/mon_nom de/du/des la/cette/votre/vos? liste/listes/fichier/fichiers/base",
    "ne? m_envoyez/m_envoie/m_ecrivez/m_ecris/me_contactez/me_contacte/me_derangez/m_appelez/me_sollicitez plus jamais? rien/de/aucun? messages/message/sms/mails/emails/pubs?",
    "je? ne? veux/souhaite/desire plus recevoir/etre_contacte? de/vos/ces/aucun? de/vos? messages/message/sms/mails/emails/pubs?",
    "ne plus recevoir de/vos/ces? messages/message/sms/mails/emails/pubs?",
    "annulez/annuler/annule/resilier/resiliez/stop/arreter mon/l/cet/cette abonnement/inscription"
  ]
}

const spanish: Phrases = {
  words: [
    "alto|para|pare|paren|parar|parad|basta|baja|bajas|de baja|dar de baja|darme de baja|darse de baja|dame de baja",
    "deme de baja|denme de baja|dadme de baja|solicito la baja|solicito baja|pido la baja|quiero la baja|dar baja",
    "cancelar|cancela|cancele|cancelen|cancelacion|anular|anule|anula|anulacion|salir|salirme|detener|detente|detengase",
    "detenganse|deten|desuscribir|desuscribirme|desuscribirse|desuscribeme|desuscripcion|desinscribir|desinscribirme",
    "desinscripcion|suspender|terminar|finalizar|remover|eliminar|eliminarme|borrar|borrarme|borrenme|no mas|no quiero mas|eliminar de la lista",
    "dejenme en paz|dejame en paz|deja de escribir|dejen de escribir|no molestar|no molesten"
  ],
  patterns: [
    "quiero/deseo/quisiera/solicito/necesito darme_de_baja/cancelar/desuscribirme/salir/salirme/dejar_de_recibir de? la/esta/su? lista/mensajes?",
    "cancelar/anular/terminar/cancele/cancelen/anulen/eliminar la/mi/esta? suscripcion/subscripcion",
    "no_mas/basta_de/detengan/detener/parar/cancelar/alto_a/sin_mas/no_quiero/no_quiero_mas mas/los/estos/sus? mensajes/mensaje/sms/correos/correo/mails/textos/publicidad/spam",
    "deja/dejen/deje/dejad/pare/paren de enviarme/mandarme/escribirme/contactarme/molestarme/molestar/enviar/mandar mas/estos/sus? mensajes/sms/correos/mails/publicidad?",
    "no me escriban/escribas/escriba/contacten/contactes/contacte/molesten/molestes/llamen mas/nunca_mas?",
    "no me? envien/envies/envie/manden/mandes/mande mas? mensajes/sms/correos/mails/publicidad/nada mas?",
    "no quiero/deseo recibir? mas/recibir? de/sus/estos? mensajes/sms/correos/mails/publicidad de_ustedes?",
    "borrar/borren/eliminar/eliminen/quitar/quiten mi numero/telefono/nombre de_la_lista?",
    "borrame/borreme/borrenme/eliminame/elimineme/eliminenme/quitame/quiteme/quitenme/sacame/saqueme/saquenme de la/su/esta/tu lista"
  ]
}

const german: Phrases = {
  words: [
    "stopp|stoppen|abmelden|abmeldung|abgemeldet|abbestellen|abbestellung|abbrechen|austragen|austragung|beenden|ende|schluss",
    "kundigen|kuendigen|kundigung|kuendigung|aufhoren|aufhoeren|hor auf|hoer auf|hort auf|hoert auf|horen sie auf",
    "hoeren sie auf|loschen|loeschen|widerruf|widerrufen|widerspruch|abo beenden|abo kundigen|abo kuendigen",
    "mich abmelden|mich austragen|newsletter abmelden|newsletter abbestellen|newsletter kundigen|schluss damit|schluss jetzt",
    "einwilligung widerrufen|zustimmung widerrufen|ich widerspreche"
  ],
  patterns: [
    "ich mochte/moechte/will/wunsche/wuensche mich/den_newsletter/das_abo/die_nachrichten davon/vom_newsletter/hier/von_der_liste? abmelden/austragen/abbestellen/kundigen/kuendigen/beenden",
    "melde/melden sie? mich sofort? ab vom_newsletter/davon?",
    "trage/trag/tragen/losche/loesche/loschen/loeschen/nehmen/nimm/streichen/entfernen/entferne sie? mich bitte? aus/von/vom/aus_dem der/dem/ihrer/eurer/deiner? liste/verteiler/newsletter aus?",
    "keine weiteren/mehr? nachrichten/nachricht/sms/emails/e_mails/mails/werbung/newsletter mehr? senden/schicken/an_mich?",
    "ich mochte/moechte/will/wunsche/wuensche keine weiteren? nachrichten/sms/emails/e_mails/mails/werbung mehr? erhalten/bekommen/haben/empfangen?",
    "schreib/schreibt/schreiben/kontaktiere/kontaktieren/belastigen sie? mir/mich bitte? nicht mehr an?",
    "hor/hoer/hort/hoert/horen/hoeren sie? bitte? auf bitte? mir? nachrichten/sms/mails? zu schreiben/senden/schicken",
    "nicht mehr schreiben/anschreiben/kontaktieren/senden/schicken",
    "schick/schickt/schicken/sende/senden sie? mir bitte? keine weiteren? nachrichten/sms/mails/emails/e_mails/werbung mehr?",
    "lass/lasst/lassen sie? mich in ruhe",
    "ich widerrufe hiermit? meine/die? einwilligung?"
  ]
}

const portuguese: Phrases = {
  words: [
    "parem|sair|sair da lista|quero sair|chega|fim|encerrar|encerra|desistir|desisto|cancelem|cancelamento|removam|remova|remova me",
    "me remova|excluir|exclua|me exclua|descadastrar|descadastre|descadastro|descadastra|me descadastre|me descadastrar|descadastre me|nao quero mais",
    "desinscrever|desinscricao|desinscreva|desinscreva me|me desinscreva|dessubscrever|interromper|interrompa|sem mensagens",
    // Spanish has these too.
    "para|pare|parar|basta|cancelar|cancela|cancele|anular|anule|anula|remover|eliminar|suspender|terminar|finalizar",
    "pare com isso|me deixe em paz|deixe me em paz|deixem me em paz|me deixem em paz|nao perturbe|retirar"
  ],
  patterns: [
    "cancelar/cancele/cancelem/anular/encerrar/remover a/minha/esta? minha? inscricao/assinatura/subscricao/cadastro",
    "quero/desejo/gostaria_de/preciso me? sair/cancelar/descadastrar/desinscrever/parar/ser_removido/ser_removida da_lista/de_receber? mensagens?",
    "pare/parem/para/parar/chega de/com me? enviar/mandar/escrever/incomodar/enviar_me/mandar_me/spam/mensagens/mensagem/sms/emails mais? mensagens/mensagem/sms/emails/e_mails/propaganda?",
    "nao me envie/envies/enviem/mande/mandem/mandes/escreva/escrevam/contacte/contate/contatem/contactem/incomode/incomodem/ligue/liguem mais? mensagens/sms/emails/e_mails/nada?",
    "nao quero/desejo/gostaria_de mais? receber? mais/suas/estas/essas? mensagens/mensagem/sms/emails/e_mails/propaganda/nada mais?",
    "remover/remova/apague/apagar/exclua/excluir o? meu numero/contato/nome da_lista?",
    "sem_mais/chega_de/nao_mais/nao_enviar_mais/nao_envie_mais/nao_enviem_mais mensagens/mensagem/sms/emails/e_mails/propaganda",
    "me_tire/tire_me/tira_me/me_tira/remova_me/me_remova/retire_me/me_retire/apague_me/exclua_me/me_exclua/remova_meu_numero da/desta/dessa/de sua/vossa/tua? lista"
  ]
}

const italian: Phrases = {
  words: [
    "basta|ferma|ferma tutto|fermate|fermati|fermatevi|fermare|alt|annulla|annullare|annullate|annullamento|cancella|cancellare|cancellate",
    "cancellami|cancellatemi|cancellazione|cancellarmi|disiscrivi|disiscrivere|disiscrivimi|disiscrivetemi|disiscriviti",
    "disiscrivermi|disiscriversi|disiscrizione|disiscritto|disdici|disdire|disdetta|smetti|smettila|smettetela|smettete",
    "smettere|interrompi|interrompere|interrompete|rimuovi|rimuovimi|rimuovetemi|rimuovere|rimozione|toglimi|toglietemi",
    "revoca|revoco|termina|terminare|esci|uscire|disattiva|disattivare|eliminami|eliminatemi|basta cosi|fine messaggi",
    "lasciami in pace|lasciatemi in pace|lasciami stare|lasciatemi stare"
  ],
  patterns: [
    "annulla/cancella/annullare/cancellare/disdire/disdici/revoca la/mia/l/il/mio? mia/mio? iscrizione/abbonamento/sottoscrizione/consenso",
    "voglio/vorrei/desidero/intendo disiscrivermi/cancellarmi/annullare/disdire/uscire/essere_cancellato/essere_cancellata/essere_rimosso/essere_rimossa dalla_lista?",
    "basta/niente/stop/no con/ai? piu/altri/questi/i/vostri? messaggi/messaggio/sms/email/mail/pubblicita/spam",
    "ferma/fermate/fermare/interrompi/interrompete/bloccate/blocca i/gli/questi/tutti_i? messaggi/sms/invii/email",
    "smetti/smettila/smettete/smettetela/basta di/a? scrivermi/mandarmi/inviarmi/contattarmi/disturbarmi/mandare/inviare messaggi/sms/email/mail/altri_messaggi?",
    "non scrivetemi/scrivermi/contattatemi/contattarmi/disturbatemi/chiamatemi/disturbarmi/contattateci piu/mai_piu?",
    "non mandatemi/mandarmi/inviatemi/inviarmi piu/altri? messaggi/sms/email/mail/niente/nulla",
    "non voglio/desidero piu/ricevere? ricevere/piu/altri/i_vostri/vostri? piu/altri/i_vostri/vostri? messaggi/sms/email/mail/pubblicita/niente",
    "cancellami/cancellatemi/rimuovimi/rimuovetemi/toglimi/toglietemi/eliminami/eliminatemi/levatemi dalla/da vostra/tua/questa? lista/mailing_list"
  ]
}

/** What asks who is writing and how to make it end. */
const helps: Readonly<Record<Language, ReadonlyArray<string>>> = {
  en: ["help|help me|helpme|info|infos|information|informations|assistance|support|i need help|need help"],
  fr: [
    "aide|aidez moi|aide moi|a l aide|renseignements|besoin d aide|j ai besoin d aide|infos|information|informations"
  ],
  es: ["ayuda|ayudame|ayudenme|auxilio|informacion|informes|soporte|necesito ayuda"],
  de: ["hilfe|hilf mir|helfen sie mir|auskunft|informationen|ich brauche hilfe|brauche hilfe"],
  pt: ["ajuda|ajude me|me ajude|me ajuda|socorro|informacao|informacoes|suporte|preciso de ajuda"],
  it: ["aiuto|aiutami|aiutatemi|informazioni|informazione|assistenza|supporto|ho bisogno di aiuto"]
}

/** What takes back a stop. */
const starts: Readonly<Record<Language, ReadonlyArray<string>>> = {
  en: [
    "start|unstop|un stop|restart|resume|subscribe|resubscribe|re subscribe|subscribe me|resubscribe me|begin|opt in",
    "optin|opt me in|opt me back in|opt back in|sign me up again|resume messages|start messages|rejoin|undo stop|add me back"
  ],
  fr: [
    "debut|commencer|commencez|commence|demarrer|demarrez|demarre|reprendre|reprenez|recommencer|abonner|abonnement",
    "reabonner|s abonner|se reabonner|m abonner|me reabonner|reabonnez moi|abonnez moi|reinscrire|reinscription|inscrire",
    "inscription|reinscrivez moi|inscrivez moi|m inscrire|me reinscrire|je veux m abonner|je veux me reabonner"
  ],
  es: [
    "iniciar|inicio|inicia|inicie|comenzar|comienza|comience|empezar|empieza|empiece|alta|alta de nuevo|darme de alta",
    "dar de alta|suscribir|suscribirme|suscribirse|suscribeme|suscripcion|suscribanme|reanudar|reactivar|resuscribirme",
    "reiniciar|activar|volver a suscribirme|quiero suscribirme|dame de alta|denme de alta"
  ],
  de: [
    "starten|anfangen|beginnen|beginn|anmelden|anmeldung|wieder anmelden|mich anmelden|mich wieder anmelden|fortsetzen",
    "fortfahren|abonnieren|reaktivieren|wieder starten|neu starten|neustart|aktivieren|wieder aufnehmen"
  ],
  pt: [
    "comecar|comece|comeca|inscrever|inscreva me|inscreva|me inscreva|me inscrever|inscricao|reinscrever|assinar|subscrever",
    "cadastrar|recadastrar|retomar|reativar|recomecar|ativar|voltar a receber|quero voltar|reinscreva me|me cadastre",
    "iniciar|inicio|inicia|inicie|reiniciar|reactivar|activar"
  ],
  it: [
    "inizia|iniziare|inizio|avvia|avviare|comincia|cominciare|ricomincia|ricominciare|iscrivi|iscrivimi|iscrivermi|iscriviti",
    "iscrizione|riscrivimi|reiscrivimi|reiscrivermi|riprendi|riprendere|riprendete|riattiva|riattivare|attiva|attivare",
    "iscrivetemi|riavvia|voglio iscrivermi"
  ]
}

const ofWords = (words: Readonly<Record<Language, ReadonlyArray<string>>>): ByLanguage => ({
  en: { words: words.en, patterns: [] },
  fr: { words: words.fr, patterns: [] },
  es: { words: words.es, patterns: [] },
  de: { words: words.de, patterns: [] },
  pt: { words: words.pt, patterns: [] },
  it: { words: words.it, patterns: [] }
})

/** What ends everything on the channel. */
export const stop: ByLanguage = {
  en: english,
  fr: french,
  es: spanish,
  de: german,
  pt: portuguese,
  it: italian
}
export const help = ofWords(helps)
export const start = ofWords(starts)

/** The commands that messages name in every language: who writes one shows no language of its own. */
export const international = "stop|stopall|stop all|stop sms|sms stop|start|unstop|help|info"
