/** What the services' own tests need: a database, a broker, and doubles of everybody else. */
package org.primum.localstack.testing;
