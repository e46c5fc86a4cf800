import type { Words } from './words.ts';

export const spanish: Words = {
    language: 'es',
    product: 'Grabaciones',
    protocol: 'Protocolo',
    reasons: {
        'protocol-unknown': {
            title: 'Protocolo no encontrado',
            text: 'Ninguna llamada tiene este protocolo. Compruebe la dirección.'
        },
        'not-recorded': { title: 'Sin grabación', text: 'Esta llamada no se grabó.' },
        'recording-not-ready': {
            title: 'La grabación está en camino',
            text: 'Todavía se está copiando de la telefonía. Suele tardar pocos segundos.'
        },
        'recording-lost': {
            title: 'No se pudo obtener la grabación',
            text: 'La telefonía no entregó la grabación de esta llamada. Avise al administrador, que puede buscarla.'
        },
        'recording-deleted': { title: 'Grabación borrada', text: 'Esta grabación se borró.' },
        'no-case': {
            title: 'Llamada sin caso',
            text: 'Esta llamada no tiene un caso en Salesforce. Sin él, no se sabe quién puede oír la grabación.'
        },
        'case-not-readable': {
            title: 'No tiene acceso a esta grabación',
            text: 'Puede oírla quien ve el caso de la llamada en Salesforce, y su usuario no lo ve. Si la necesita, pida acceso al caso.'
        },
        'attempt-unknown': {
            title: 'No se pudo iniciar la sesión',
            text: 'Este intento tardó demasiado, ya se usó o comenzó en otro navegador. Abra de nuevo el enlace de la grabación.'
        },
        denied: {
            title: 'No ha iniciado sesión',
            text: 'El acceso se denegó en la página de Salesforce. Sin él, no se sabe quién es usted.'
        },
        'not-permitted': {
            title: 'Su usuario no puede entrar aquí',
            text: 'Salesforce no deja que su usuario use la aplicación de las grabaciones. Pida al administrador que lo autorice.'
        },
        'code-refused': {
            title: 'No se pudo iniciar la sesión',
            text: 'Salesforce no aceptó este inicio de sesión. Inténtelo de nuevo.'
        },
        'foreign-org': {
            title: 'Esta es otra organización',
            text: 'Ha entrado con un usuario de otra organización de Salesforce. Entre con el de esta.'
        },
        'user-unknown': {
            title: 'Usuario desconocido',
            text: 'El servidor de telefonía no ve su usuario en Salesforce, o no está activo. Avise al administrador.'
        },
        'sign-in-off': {
            title: 'Escuche en la consola',
            text: 'Esta dirección todavía no sabe quién es usted. Abra el caso de la llamada en la consola de Salesforce: la grabación suena en “Llamadas de este caso”.'
        },
        'api-off': {
            title: 'Su usuario no puede usar la API',
            text: 'Se consulta a Salesforce en su nombre si usted ve el caso. Pida al administrador el permiso “API habilitada”.'
        },
        'token-refused': {
            title: 'Salesforce rechazó su sesión',
            text: 'La sesión que se acaba de abrir no fue aceptada. Avise al administrador: las políticas de sesión de la aplicación pueden impedirla.'
        },
        'salesforce-away': {
            title: 'Salesforce no responde',
            text: 'Sin él no se sabe si usted puede oír esta grabación. Inténtelo de nuevo en un momento.'
        },
        'bridge-away': {
            title: 'Ahora no es posible',
            text: 'Una parte del servidor de telefonía no responde. Inténtelo de nuevo en un momento.'
        },
        failed: {
            title: 'Algo salió mal',
            text: 'El servidor de telefonía falló; su registro dice por qué. Avise al administrador.'
        }
    },
    deletedByRetention: (day, days) =>
        `Esta grabación se borró el ${day} porque terminó el plazo de conservación de ${days} días.`,
    erased: (day, reason) =>
        reason === null ? `Esta grabación se borró el ${day}.` : `Esta grabación se borró el ${day}. Motivo: ${reason}`,
    signedInAs: (name) => `Ha entrado como ${name}.`,
    tryAgain: 'Intentar de nuevo',
    signIn: 'Entrar',
    signInAsOther: 'Entrar con otro usuario',
    severalTitle: 'Grabaciones de la llamada',
    severalText: 'Esta llamada tiene más de una grabación.',
    part: (number) => `Grabación ${number}`,
    duration: (text) => `Duración: ${text}`,
    save: 'Descargar',
    notPlayable: 'Los navegadores no reproducen este formato. Descargue la grabación para oírla en otro programa.'
};
