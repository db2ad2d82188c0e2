"""What is shown and stored of a stream's address."""

import pytest

from app.addresses import without_password


@pytest.mark.parametrize(
    "name",
    [
        *("password", "Passwd", "pass", "pwd", "PWD", "pw", "psw", "passphrase", "loginpas"),
        *("token", "access_token", "X-Amz-Security-Token", "auth", "authorization", "jwt", "sessionid"),
        *("key", "api_key", "apiKey", "key-pair-id", "client_secret", "sig", "signature", "Policy-Signature"),
        *("pass%77ord", "%74oken"),
    ],
)
@pytest.mark.parametrize(
    "address", ["http://cam/v?size=2&{}=s3cret", "http://cam/v;{}=s3cret", "cam/v?{}=s3cret"]
)
def test_parameters_called_like_a_secret_lose_their_values(name, address):
    assert without_password(address.format(name)) == address.format(name).replace("s3cret", "")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("rtsp://me:s3cret@cam/1", "rtsp://me@cam/1"),
        ("rtsp://me:s3cret@[fe80::1]:554/1", "rtsp://me@[fe80::1]:554/1"),
        ("rtsp://:s3cret@cam", "rtsp://@cam"),
        ("rtsp://me:s3/c?r#e@t@cam:554/1?a=2", "rtsp://me@cam:554/1?a=2"),
        ("me:s3cret@cam:554/1", "me@cam:554/1"),
        ("//me:s3cret@cam/1", "//me@cam/1"),
        ("me:s3@cret@cam", "me@cam"),
        ("http://cam/v#token=s3cret", "http://cam/v"),
        ("http://cam/v?size=2#s3cret", "http://cam/v?size=2"),
        ("http://cam#s3cret", "http://cam"),
        ("http://cam/v?next=/a?token=s3cret&size=2", "http://cam/v?next=/a?token=&size=2"),
        ("http://cam/v?token=s3cret?s3cret&size=2", "http://cam/v?token=&size=2"),
    ],
)
def test_no_secret_is_left(address, shown):
    assert without_password(address) == shown


@pytest.mark.parametrize(
    "source",
    [
        *(
            "",
            "0",
            "sample",
            "HD Webcam: front",
            "clips/a#1.mp4",
            "clips/me:s3cret@home.mp4",
            "C:\\me@home\\a.mp4",
        ),
        *("rtsp://cam", "rtsp://cam:554/a@b", "http://[fe80::1]/a@b", "http://cam/v?mail=a@b&channel=1"),
    ],
)
def test_anything_else_stays_as_it_is(source):
    assert without_password(source) == source
