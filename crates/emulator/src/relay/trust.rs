//! Whose certificates are believed: the public roots, which are in the program, and those of a file, such as a company's own.

use std::error::Error;
use std::io;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

/// The roots.
pub(super) struct Trust(RootCertStore);

impl Default for Trust {
    fn default() -> Self {
        Self(webpki_roots::TLS_SERVER_ROOTS.iter().cloned().collect())
    }
}

impl Trust {
    /// Believes the certificates of a PEM file too.
    ///
    /// # Errors
    /// There is none in it, or one that is damaged.
    pub(super) fn add(&mut self, pem: &[u8]) -> Result<(), Box<dyn Error>> {
        let certificates = CertificateDer::pem_slice_iter(pem).collect::<Result<Vec<_>, _>>()?;
        if certificates.is_empty() {
            return Err("no certificate".into());
        }
        for certificate in certificates {
            self.0.add(certificate)?;
        }
        Ok(())
    }

    pub(super) fn config(&self) -> ClientConfig {
        ClientConfig::builder().with_root_certificates(self.0.clone()).with_no_client_auth()
    }
}

/// What is wrong with the certificate, where that is what ended the exchange.
pub(super) fn distrust(mut error: &(dyn Error + 'static)) -> Option<String> {
    loop {
        if let Some(rustls::Error::InvalidCertificate(why)) = error.downcast_ref() {
            return Some(why.to_string());
        }
        // An I/O error names the cause of its cause as its source, and so leaves one out.
        let within = error.downcast_ref::<io::Error>().and_then(io::Error::get_ref);
        error = match within {
            Some(within) => within,
            None => error.source()?,
        };
    }
}
