//! Which function an application may have.

use chime_model::types::SipMediaApplicationEndpoint;

use crate::failure::Failure;

/// SMA-1, SMA-2: the one function, in the Region of the application.
///
/// # Errors
/// BadRequest.
pub fn function(endpoints: Vec<SipMediaApplicationEndpoint>, aws_region: &str) -> Result<String, Failure> {
    let arn = endpoints.into_iter().next().and_then(|endpoint| endpoint.lambda_arn);
    let arn = arn.ok_or_else(|| Failure::bad_request("The endpoint needs a LambdaArn."))?;
    // arn:aws:lambda:us-east-1:…
    if arn.split(':').nth(3) == Some(aws_region) {
        return Ok(arn);
    }
    Err(Failure::bad_request(format!("The Lambda function must be in the Region of the application, {aws_region}.")))
}
