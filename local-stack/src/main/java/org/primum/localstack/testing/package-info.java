/** What the services' own tests need to run: a database and a broker. */
package org.primum.localstack.testing;
